using System.Numerics;
using Cryptocardium.Kernel;

namespace Cryptocardium.Treasury.Domain;

// An amount as a chain counts it: whole units of 10^-decimals tokens. It meets Usd here and nowhere else.
internal readonly record struct TokenAmount(BigInteger Units, int Decimals)
{
    // Micro-dollars: the ledger's unit.
    private const int UsdDecimals = 6;

    // More than all the dollars that there are; a token that anybody can make may count more.
    private static readonly Usd Most = Usd.FromDollars(1_000_000_000_000);

    // One USDT is one dollar. What is smaller than a micro-dollar stays on the chain, outside the books.
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
