using Cryptocardium.Cards.Domain;

namespace Cryptocardium.Tests.Cards;

public sealed class CaptureTests
{
    [Theory]
    [InlineData("10.00", "10.00", true, "10.00", "0.00", "0.00")]
    [InlineData("10.00", "10.00", false, "10.00", "0.00", "0.00")]
    [InlineData("10.00", "4.00", true, "4.00", "0.00", "6.00")]
    [InlineData("10.00", "4.00", false, "4.00", "0.00", "0.00")]
    [InlineData("10.00", "0.01", true, "0.01", "0.00", "9.99")]
    [InlineData("10.00", "10.01", true, "10.00", "0.01", "0.00")]
    [InlineData("10.00", "25.00", true, "10.00", "15.00", "0.00")]
    [InlineData("10.00", "25.00", false, "10.00", "15.00", "0.00")]
    public void A_capture_takes_the_hold_first_and_a_final_one_releases_the_rest(
        string open, string amount, bool final, string fromHold, string beyond, string released)
    {
        var split = CaptureSplit.Of(Money.Of(open), Money.Of(amount), final);
        Assert.Equal(new CaptureSplit(Money.Of(fromHold), Money.Of(beyond), Money.Of(released)), split);
        Assert.Equal(Money.Of(amount), split.FromHold + split.Beyond);
        Assert.True(split.ClosedHold <= Money.Of(open));
    }

    [Theory]
    [InlineData("5812", "20.00")]
    [InlineData("5813", "20.00")]
    [InlineData("5814", "20.00")]
    [InlineData("7230", "20.00")]
    [InlineData("4121", "20.00")]
    [InlineData("7011", "15.00")]
    [InlineData("7512", "15.00")]
    [InlineData("4411", "15.00")]
    [InlineData("3350", "0.00")]
    [InlineData("3351", "15.00")]
    [InlineData("3500", "15.00")]
    [InlineData("3501", "15.00")]
    [InlineData("3999", "15.00")]
    [InlineData("4000", "0.00")]
    [InlineData("7513", "15.00")]
    [InlineData("7519", "15.00")]
    [InlineData("7372", "0.00")]
    [InlineData("5411", "0.00")]
    public void The_tolerance_goes_by_the_merchants_category(string mcc, string tolerance) =>
        Assert.Equal(Money.Of(tolerance), CaptureTolerance.Of(Money.Of("100.00"), mcc));
}
