using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.V1;

namespace Cryptocardium.Cards.Controls;

// Converts controls and their usage to resources.
internal static class ControlsView
{
    public static LimitRules Show(SpendingLimits limits) => new()
    {
        PerTransactionUsd = limits.PerTransaction,
        DailyUsd = limits.Daily,
        WeeklyUsd = limits.Weekly,
        MonthlyUsd = limits.Monthly,
        YearlyUsd = limits.Yearly,
        LifetimeUsd = limits.Lifetime,
        DailyCount = limits.DailyCount,
        WeeklyCount = limits.WeeklyCount,
        MonthlyCount = limits.MonthlyCount,
        YearlyCount = limits.YearlyCount,
        LifetimeCount = limits.LifetimeCount,
    };

    public static MccRules Mcc(AllowDeny rules) => new() { Allow = AllowDeny.Words(rules.Allow), Deny = AllowDeny.Words(rules.Deny) };

    public static CardMcc Mcc(string card, AllowDeny rules) =>
        new() { CardId = card, Allow = AllowDeny.Words(rules.Allow), Deny = AllowDeny.Words(rules.Deny) };

    public static GeoRules Geo(AllowDeny rules) => new() { Allow = AllowDeny.Words(rules.Allow), Deny = AllowDeny.Words(rules.Deny) };

    public static CardGeo Geo(string card, AllowDeny rules) =>
        new() { CardId = card, Allow = AllowDeny.Words(rules.Allow), Deny = AllowDeny.Words(rules.Deny) };

    public static CardAutoCancel? Show(AutoCancel autoCancel) =>
        autoCancel == default ? null : new() { AfterPurchases = autoCancel.AfterPurchases, At = autoCancel.At };

    /// <param name="card">The card's id.</param>
    /// <param name="limits">The card's limits.</param>
    /// <param name="usage">The usage that counts against the limits.</param>
    /// <param name="now">The moment whose periods are shown.</param>
    public static CardLimits Show(string card, SpendingLimits limits, Usage usage, DateTimeOffset now)
    {
        var current = usage.At(now);
        var moment = current.CountedAt;
        return new()
        {
            CardId = card,
            PerTransactionUsd = limits.PerTransaction,
            DailyUsd = limits.Daily,
            WeeklyUsd = limits.Weekly,
            MonthlyUsd = limits.Monthly,
            YearlyUsd = limits.Yearly,
            LifetimeUsd = limits.Lifetime,
            DailyCount = limits.DailyCount,
            WeeklyCount = limits.WeeklyCount,
            MonthlyCount = limits.MonthlyCount,
            YearlyCount = limits.YearlyCount,
            LifetimeCount = limits.LifetimeCount,
            Usage = new()
            {
                DailyUsd = Amount(current.Day, limits.Daily, Period.AfterDay(moment)),
                WeeklyUsd = Amount(current.Week, limits.Weekly, Period.AfterWeek(moment)),
                MonthlyUsd = Amount(current.Month, limits.Monthly, Period.AfterMonth(moment)),
                YearlyUsd = Amount(current.Year, limits.Yearly, Period.AfterYear(moment)),
                LifetimeUsd = Amount(current.Lifetime, limits.Lifetime, null),
                DailyCount = Count(current.DayCount, limits.DailyCount, Period.AfterDay(moment)),
                WeeklyCount = Count(current.WeekCount, limits.WeeklyCount, Period.AfterWeek(moment)),
                MonthlyCount = Count(current.MonthCount, limits.MonthlyCount, Period.AfterMonth(moment)),
                YearlyCount = Count(current.YearCount, limits.YearlyCount, Period.AfterYear(moment)),
                LifetimeCount = Count(current.LifetimeCount, limits.LifetimeCount, null),
            },
        };
    }

    private static AmountUsage Amount(Usd used, Usd? limit, DateTimeOffset? resetsAt) => new()
    {
        UsedUsd = used,
        RemainingUsd = limit is { } most ? most - Usd.Min(used, most) : null,
        ResetsAt = resetsAt,
    };

    private static CountUsage Count(int used, int? limit, DateTimeOffset? resetsAt) => new()
    {
        Used = used,
        Remaining = limit is { } most ? Math.Max(most - used, 0) : null,
        ResetsAt = resetsAt,
    };
}
