using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Cards.Data;

// The statements of controls and usage. The caller has locked the card.
internal static class ControlSql
{
    // The order is that of the values below.
    private static readonly string[] Rules =
    [
        "per_transaction", "daily", "weekly", "monthly", "yearly", "lifetime",
        "daily_count", "weekly_count", "monthly_count", "yearly_count", "lifetime_count",
        "mcc_allow", "mcc_deny", "geo_allow", "geo_deny", "cancel_after_purchases", "cancel_at",
    ];

    private static readonly string[] Uses =
    [
        "counted_at", "day_spent", "week_spent", "month_spent", "year_spent", "lifetime_spent",
        "day_uses", "week_uses", "month_uses", "year_uses", "lifetime_uses", "cancel_due_at",
    ];

    private static readonly Statement Find = new(
        $"SELECT {string.Join(", ", [.. Rules, .. Uses])} FROM cards_control WHERE card_id = @card_id", "card_id")
    { PassesMemory = true };

    private static readonly Statement Save = new(
        $"""
         INSERT INTO cards_control (card_id, {string.Join(", ", [.. Rules, .. Uses])})
         VALUES (@card_id, {string.Join(", ", Rules.Concat(Uses).Select(column => "@" + column))})
         ON CONFLICT (card_id) DO UPDATE SET {string.Join(", ", Rules.Concat(Uses).Select(column => $"{column} = excluded.{column}"))}
         """,
        ["card_id", .. Rules, .. Uses]);

    // A card without a row has no rules either.
    private static readonly Statement SaveUses = new(
        $"""
         INSERT INTO cards_control (card_id, mcc_allow, mcc_deny, geo_allow, geo_deny, {string.Join(", ", Uses)})
         VALUES (@card_id, '', '', '', '', {string.Join(", ", Uses.Select(column => "@" + column))})
         ON CONFLICT (card_id) DO UPDATE SET {string.Join(", ", Uses.Select(column => $"{column} = excluded.{column}"))}
         """,
        ["card_id", .. Uses]);

    // Rows of cards that this unit of work has locked.
    private static readonly LockedTable<ControlRow> LockedControls = new("cards_control", SaveUses, UsageValues);

    private static readonly Statement ClearDue = new("UPDATE cards_control SET cancel_due_at = NULL WHERE card_id = @card_id", "card_id");

    /// <summary>The controls and usage of a card; a card that was never restricted or used has no row.</summary>
    public static async ValueTask<ControlRow> ControlsOf(this UnitOfWork unit, string card) =>
        unit.Batch.Locked(LockedControls)?.Find(card) ?? await unit.One(Find, row => Read(row, card), card) ?? new ControlRow { CardId = card };

    /// <summary>Queues the query of a card's controls, so that it shares a round trip with others.</summary>
    public static PendingRows<ControlRow> ControlsLater(this UnitOfWork unit, string card) => unit.Batch.Locked(LockedControls)?.Find(card) is { } known
        ? PendingRows<ControlRow>.Of(known)
        : unit.Batch.QueryLater(Find, row => Read(row, card), card);

    /// <summary>The result of the queued query, after the card was locked: no other command changes it until the commit.</summary>
    public static async ValueTask<ControlRow> KeepControls(this UnitOfWork unit, string card, PendingRows<ControlRow> asked)
    {
        var row = (await unit.Batch.Rows(asked)).FirstOrDefault() ?? new ControlRow { CardId = card };
        unit.Batch.Locked(LockedControls)?.Add(card, row);
        return row;
    }

    /// <summary>Stores the controls and the usage.</summary>
    public static async ValueTask SaveControls(this UnitOfWork unit, ControlRow row) => await unit.Batch.Write(
        Save,
        row.CardId, row.PerTransaction, row.Daily, row.Weekly, row.Monthly, row.Yearly, row.Lifetime,
        row.DailyCount, row.WeeklyCount, row.MonthlyCount, row.YearlyCount, row.LifetimeCount,
        row.MccAllow, row.MccDeny, row.GeoAllow, row.GeoDeny, row.CancelAfterPurchases, row.CancelAt,
        row.CountedAt, row.DaySpent, row.WeekSpent, row.MonthSpent, row.YearSpent, row.LifetimeSpent,
        row.DayUses, row.WeekUses, row.MonthUses, row.YearUses, row.LifetimeUses, row.CancelDueAt);

    /// <summary>Stores the usage.</summary>
    /// <param name="unit">The command's unit of work.</param>
    /// <param name="card">The card.</param>
    /// <param name="controls">The stored controls of the card.</param>
    /// <param name="usage">The new usage.</param>
    public static async ValueTask SaveUsage(this UnitOfWork unit, string card, CardControls controls, Usage usage)
    {
        var used = ControlRow.Of(card, controls, usage);
        if (unit.Batch.Locked(LockedControls) is { } locked)
        {
            locked.Change(card, used);
        }
        else
        {
            await unit.Batch.Write(SaveUses, UsageValues(used));
        }
    }

    /// <summary>Removes the due time of a cancelled card.</summary>
    public static async ValueTask EndControls(this UnitOfWork unit, string card) => await unit.Batch.Write(ClearDue, card);

    private static object?[] UsageValues(ControlRow row) =>
    [
        row.CardId, row.CountedAt, row.DaySpent, row.WeekSpent, row.MonthSpent, row.YearSpent, row.LifetimeSpent,
        row.DayUses, row.WeekUses, row.MonthUses, row.YearUses, row.LifetimeUses, row.CancelDueAt,
    ];

    private static ControlRow Read(IRow row, string card) => new()
    {
        CardId = card,
        PerTransaction = Money(row, "per_transaction"),
        Daily = Money(row, "daily"),
        Weekly = Money(row, "weekly"),
        Monthly = Money(row, "monthly"),
        Yearly = Money(row, "yearly"),
        Lifetime = Money(row, "lifetime"),
        DailyCount = Count(row, "daily_count"),
        WeeklyCount = Count(row, "weekly_count"),
        MonthlyCount = Count(row, "monthly_count"),
        YearlyCount = Count(row, "yearly_count"),
        LifetimeCount = Count(row, "lifetime_count"),
        MccAllow = row.GetString("mcc_allow"),
        MccDeny = row.GetString("mcc_deny"),
        GeoAllow = row.GetString("geo_allow"),
        GeoDeny = row.GetString("geo_deny"),
        CancelAfterPurchases = Count(row, "cancel_after_purchases"),
        CancelAt = Time(row, "cancel_at"),
        CountedAt = row.GetInstant("counted_at"),
        DaySpent = row.GetUsd("day_spent"),
        WeekSpent = row.GetUsd("week_spent"),
        MonthSpent = row.GetUsd("month_spent"),
        YearSpent = row.GetUsd("year_spent"),
        LifetimeSpent = row.GetUsd("lifetime_spent"),
        DayUses = row.GetInt32("day_uses"),
        WeekUses = row.GetInt32("week_uses"),
        MonthUses = row.GetInt32("month_uses"),
        YearUses = row.GetInt32("year_uses"),
        LifetimeUses = row.GetInt32("lifetime_uses"),
        CancelDueAt = Time(row, "cancel_due_at"),
    };

    private static Usd? Money(IRow row, string column) => row.IsDBNull(column) ? null : row.GetUsd(column);

    private static int? Count(IRow row, string column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    private static DateTimeOffset? Time(IRow row, string column) => row.IsDBNull(column) ? null : row.GetInstant(column);
}
