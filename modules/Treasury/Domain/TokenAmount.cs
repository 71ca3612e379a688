using Cryptocardium.Kernel;

namespace Cryptocardium.Treasury.Domain;

// An amount as a chain counts it: whole units of 10^-decimals tokens. It meets Usd here and nowhere else.
internal readonly record struct TokenAmount(Int128 Units, int Decimals)
{
    // Micro-dollars: the ledger's unit.
    private const int UsdDecimals = 6;

    // One USDT is one dollar. What is smaller than a micro-dollar stays on the chain, outside the books.
    public Usd ToUsd() => new(checked((long)(Decimals >= UsdDecimals
        ? Units / PowerOfTen(Decimals - UsdDecimals)
        : Units * PowerOfTen(UsdDecimals - Decimals))));

    public static TokenAmount From(Usd amount, int decimals) => new(
        decimals >= UsdDecimals
            ? checked(amount.Micros * PowerOfTen(decimals - UsdDecimals))
            : amount.Micros / PowerOfTen(UsdDecimals - decimals),
        decimals);

    private static Int128 PowerOfTen(int exponent)
    {
        Int128 power = 1;
        for (var i = 0; i < exponent; i++)
        {
            power = checked(power * 10);
        }

        return power;
    }
}
