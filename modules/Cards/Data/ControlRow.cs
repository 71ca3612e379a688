using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Data;

// The controls of a card and the usage that counts against them, in one row, so that a decision reads one row and writes one. A card
// without both has no row.
internal sealed class ControlRow
{
    public required string CardId { get; init; }

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

    public string MccAllow { get; init; } = "";

    public string MccDeny { get; init; } = "";

    public string GeoAllow { get; init; } = "";

    public string GeoDeny { get; init; } = "";

    public int? CancelAfterPurchases { get; init; }

    public DateTimeOffset? CancelAt { get; init; }

    /// <summary>The time from which a job cancels the card; null when no rule does.</summary>
    public DateTimeOffset? CancelDueAt { get; init; }

    public DateTimeOffset CountedAt { get; init; } = DateTimeOffset.UnixEpoch;

    public Usd DaySpent { get; init; }

    public Usd WeekSpent { get; init; }

    public Usd MonthSpent { get; init; }

    public Usd YearSpent { get; init; }

    public Usd LifetimeSpent { get; init; }

    public int DayUses { get; init; }

    public int WeekUses { get; init; }

    public int MonthUses { get; init; }

    public int YearUses { get; init; }

    public int LifetimeUses { get; init; }

    public static ControlRow Of(string card, CardControls controls, Usage usage) => new()
    {
        CardId = card,
        PerTransaction = controls.Limits.PerTransaction,
        Daily = controls.Limits.Daily,
        Weekly = controls.Limits.Weekly,
        Monthly = controls.Limits.Monthly,
        Yearly = controls.Limits.Yearly,
        Lifetime = controls.Limits.Lifetime,
        DailyCount = controls.Limits.DailyCount,
        WeeklyCount = controls.Limits.WeeklyCount,
        MonthlyCount = controls.Limits.MonthlyCount,
        YearlyCount = controls.Limits.YearlyCount,
        LifetimeCount = controls.Limits.LifetimeCount,
        MccAllow = controls.Mcc.Allow,
        MccDeny = controls.Mcc.Deny,
        GeoAllow = controls.Geo.Allow,
        GeoDeny = controls.Geo.Deny,
        CancelAfterPurchases = controls.AutoCancel.AfterPurchases,
        CancelAt = controls.AutoCancel.At,
        CancelDueAt = controls.AutoCancel.DueAt(usage),
        CountedAt = usage.CountedAt,
        DaySpent = usage.Day,
        WeekSpent = usage.Week,
        MonthSpent = usage.Month,
        YearSpent = usage.Year,
        LifetimeSpent = usage.Lifetime,
        DayUses = usage.DayCount,
        WeekUses = usage.WeekCount,
        MonthUses = usage.MonthCount,
        YearUses = usage.YearCount,
        LifetimeUses = usage.LifetimeCount,
    };

    public CardControls Controls() => new()
    {
        Limits = new()
        {
            PerTransaction = PerTransaction,
            Daily = Daily,
            Weekly = Weekly,
            Monthly = Monthly,
            Yearly = Yearly,
            Lifetime = Lifetime,
            DailyCount = DailyCount,
            WeeklyCount = WeeklyCount,
            MonthlyCount = MonthlyCount,
            YearlyCount = YearlyCount,
            LifetimeCount = LifetimeCount,
        },
        Mcc = new(MccAllow, MccDeny),
        Geo = new(GeoAllow, GeoDeny),
        AutoCancel = new(CancelAfterPurchases, CancelAt),
    };

    public Usage Usage() => new()
    {
        CountedAt = CountedAt,
        Day = DaySpent,
        Week = WeekSpent,
        Month = MonthSpent,
        Year = YearSpent,
        Lifetime = LifetimeSpent,
        DayCount = DayUses,
        WeekCount = WeekUses,
        MonthCount = MonthUses,
        YearCount = YearUses,
        LifetimeCount = LifetimeUses,
    };
}
