using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Microsoft.Extensions.Configuration;

namespace Cryptocardium.Tests.Cards;

public sealed class HoldWindowsTests
{
    private const string Visa = "489517";
    private const string Mastercard = "557213";

    [Theory]
    [InlineData(Visa, "7372", false, false, 240)]
    [InlineData(Visa, "7372", false, true, 120)]
    [InlineData(Visa, "7372", true, false, 120)]
    [InlineData(Visa, "7011", true, false, 720)]
    [InlineData(Visa, "7512", false, false, 720)]
    [InlineData(Visa, "4411", false, true, 720)]
    [InlineData(Visa, "3350", false, false, 240)]
    [InlineData(Visa, "3351", false, false, 720)]
    [InlineData(Visa, "3500", true, false, 720)]
    [InlineData(Visa, "3501", false, false, 720)]
    [InlineData(Visa, "3504", false, false, 720)]
    [InlineData(Visa, "3999", false, true, 720)]
    [InlineData(Visa, "4000", false, false, 240)]
    [InlineData(Visa, "7513", false, false, 720)]
    [InlineData(Visa, "7519", false, false, 720)]
    [InlineData(Visa, "5542", true, false, 2)]
    [InlineData(Mastercard, "7372", false, false, 168)]
    [InlineData(Mastercard, "7372", true, false, 168)]
    [InlineData(Mastercard, "7372", false, true, 168)]
    [InlineData(Mastercard, "7011", false, false, 720)]
    [InlineData(Mastercard, "3504", false, false, 720)]
    [InlineData(Mastercard, "7519", true, false, 720)]
    [InlineData(Mastercard, "5542", true, false, 2)]
    public void A_hold_lasts_by_category_network_and_presence(string bin, string mcc, bool present, bool recurring, int hours) => Assert.Equal(
        TimeSpan.FromHours(hours), new HoldWindows().Of(Purchase(mcc, present, recurring), BinCatalogue.Of(bin)));

    [Fact]
    public void A_window_is_a_setting()
    {
        var windows = new HoldWindows(Settings("Fuel", "00:45:00"));
        Assert.Equal(TimeSpan.FromMinutes(45), windows.Of(Purchase("5542", true, false), BinCatalogue.Of(Visa)));
        Assert.Equal(TimeSpan.FromDays(10), windows.Of(Purchase("7372", false, false), BinCatalogue.Of(Visa)));
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("00:00:00")]
    [InlineData("-1.00:00:00")]
    public void A_setting_that_is_no_window_stops_the_start(string text) =>
        Assert.Throws<RemedyException>(() => new HoldWindows(Settings("CardPresent", text)));

    private static IConfiguration Settings(string name, string value) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { [$"Cards:HoldWindows:{name}"] = value }).Build();

    private static Purchase Purchase(string mcc, bool present, bool recurring) => new()
    {
        Amount = Usd.FromDollars(1),
        MerchantName = "Merchant",
        Mcc = mcc,
        IsCardPresent = present,
        IsRecurring = recurring,
    };
}
