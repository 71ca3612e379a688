using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;

namespace Cryptocardium.Tests.Cards;

public sealed class RailFeeTests
{
    [Theory]
    [InlineData("0.01", "0.01")]
    [InlineData("0.50", "0.01")]
    [InlineData("0.51", "0.02")]
    [InlineData("1.00", "0.02")]
    [InlineData("1.01", "0.03")]
    [InlineData("1.49", "0.03")]
    [InlineData("1.50", "0.03")]
    [InlineData("1.51", "0.04")]
    [InlineData("99.99", "2.00")]
    [InlineData("100.00", "2.00")]
    [InlineData("100.01", "2.01")]
    [InlineData("200.00", "4.00")]
    [InlineData("300.00", "6.00")]
    [InlineData("333.33", "6.67")]
    [InlineData("1000000000.00", "20000000.00")]
    public void The_fee_is_two_percent_rounded_up(string load, string fee) => Assert.Equal(Money.Of(fee), RailFee.Of(Money.Of(load)));

    [Fact]
    public void Every_cent_to_a_hundred_dollars_pays_the_exact_share_or_less_than_a_cent_more()
    {
        for (var cents = 1; cents <= 10_000; cents++)
        {
            var load = Usd.FromCents(cents);
            var excess = RailFee.Of(load).Micros * 10_000 - load.Micros * RailFee.BasisPoints;
            Assert.InRange(excess, 0, Usd.MicrosPerCent * 10_000 - 1);
        }
    }
}
