using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Domain;

/// <summary>The limits of amounts and purchases; null for no limit.</summary>
internal sealed record SpendingLimits
{
    public static readonly SpendingLimits None = new();

    public Usd? PerTransaction { get; init; }

    public Usd? Daily { get; init; }

    public Usd? Weekly { get; init; }

    public Usd? Monthly { get; init; }

    public Usd? Yearly { get; init; }

    public Usd? Lifetime { get; init; }

    public int? DailyCount { get; init; }

    public int? WeeklyCount { get; init; }

    public int? MonthlyCount { get; init; }

    public int? YearlyCount { get; init; }

    public int? LifetimeCount { get; init; }
}
