using System.Globalization;
using System.Numerics;
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
        Assert.Equal(new Usd(micros), new TokenAmount(BigInteger.Parse(units, CultureInfo.InvariantCulture), decimals).ToUsd());

    [Theory]
    [InlineData(6)]
    [InlineData(18)]
    public void Dollars_survive_the_way_to_the_chain_and_back(int decimals) =>
        Assert.Equal(Usd.FromCents(123_456), TokenAmount.From(Usd.FromCents(123_456), decimals).ToUsd());

    // A token contract can state any number of units and decimals.
    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    [InlineData(18)]
    public void More_than_there_are_dollars_counts_as_all_of_them(int decimals) =>
        Assert.Equal(Usd.FromDollars(1_000_000_000_000), new TokenAmount(BigInteger.Pow(2, 256) - 1, decimals).ToUsd());

    [Fact]
    public void With_more_decimals_than_digits_nothing_is_left() =>
        Assert.Equal(Usd.Zero, new TokenAmount(BigInteger.Pow(2, 256) - 1, 255).ToUsd());
}
