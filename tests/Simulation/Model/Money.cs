using System.Globalization;

namespace Cryptocardium.Tests.Simulation.Model;

/// <summary>Amounts: micro-dollars in the books, decimals with two places on the wire.</summary>
internal static class Money
{
    public const long Cent = 10_000;
    public const long Dollar = 100 * Cent;

    /// <summary>An amount in the form of requests.</summary>
    public static decimal Wire(long micros) => micros / (decimal)Dollar;

    /// <summary>An amount in the form of responses: <c>487.20</c>.</summary>
    public static string Text(long micros) => Wire(micros).ToString("0.00", CultureInfo.InvariantCulture);

    public static long FloorToCents(long micros) => micros / Cent * Cent;

    /// <summary>2 % of a load, rounded up to the cent.</summary>
    public static long RailFee(long load) => (load / Cent * 2 + 99) / 100 * Cent;
}
