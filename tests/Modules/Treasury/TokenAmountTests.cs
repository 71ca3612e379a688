using System.Globalization;
using Cryptocardium.Kernel;
using Cryptocardium.Treasury.Domain;

namespace Cryptocardium.Tests.Treasury;

public sealed class TokenAmountTests
{
    [Theory]
    [InlineData("500000000", 6, 500_000_000)]
    [InlineData("1", 6, 1)]
    [InlineData("500000000000000000000", 18, 500_000_000)]
    [InlineData("1999999999999", 18, 1)]
    [InlineData("999999999999", 18, 0)]
    [InlineData("1000000000000000000000000000", 18, 1_000_000_000_000_000)]
    [InlineData("150", 2, 1_500_000)]
    public void Units_become_micro_dollars_rounded_down(string units, int decimals, long micros) =>
        Assert.Equal(new Usd(micros), new TokenAmount(Int128.Parse(units, CultureInfo.InvariantCulture), decimals).ToUsd());

    [Theory]
    [InlineData(6)]
    [InlineData(18)]
    public void Dollars_survive_the_way_to_the_chain_and_back(int decimals) =>
        Assert.Equal(Usd.FromCents(123_456), TokenAmount.From(Usd.FromCents(123_456), decimals).ToUsd());

    [Fact]
    public void More_than_the_books_can_hold_is_an_error() =>
        Assert.Throws<OverflowException>(() => new TokenAmount(Int128.MaxValue, 18).ToUsd());
}
