using System.Numerics;
using Cryptocardium.Kernel;

namespace Cryptocardium.Treasury.Domain;

// An amount of a token, in units of 10^-decimals tokens. Converted to and from Usd only here.
internal readonly record struct TokenAmount(BigInteger Units, int Decimals)
{
    // Usd counts micro-dollars.
    private const int UsdDecimals = 6;

    // An upper bound against overflow: a worthless token can have any amount.
    private static readonly Usd Most = Usd.FromDollars(1_000_000_000_000);

    // One token is one dollar. Fractions of a micro-dollar are dropped: they stay on the chain and are not posted.
    public Usd ToUsd()
    {
        var micros = Decimals >= UsdDecimals
            ? Units / PowerOfTen(Decimals - UsdDecimals)
            : Units * PowerOfTen(UsdDecimals - Decimals);
        return micros < Most.Micros ? new Usd((long)micros) : Most;
    }

    public static TokenAmount From(Usd amount, int decimals) => new(
        decimals >= UsdDecimals
            ? amount.Micros * PowerOfTen(decimals - UsdDecimals)
            : amount.Micros / PowerOfTen(UsdDecimals - decimals),
        decimals);

    private static BigInteger PowerOfTen(int exponent) => BigInteger.Pow(10, exponent);
}
