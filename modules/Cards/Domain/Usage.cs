using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Domain;

// What a card was used for, as its limits count it: in the calendar periods that lie around one moment. An approved purchase counts
// with what is held, and later captured, of it, in the periods in which that happens. What is released without having been captured
// is given back to the periods that the purchase began in; a refund gives nothing back, and a decline takes nothing.
internal sealed record Usage
{
    /// <summary>Nothing yet.</summary>
    public static readonly Usage None = new();

    /// <summary>The moment whose periods these are.</summary>
    public DateTimeOffset CountedAt { get; init; } = DateTimeOffset.UnixEpoch;

    public Usd Day { get; init; }

    public Usd Week { get; init; }

    public Usd Month { get; init; }

    public Usd Year { get; init; }

    public Usd Lifetime { get; init; }

    public int DayCount { get; init; }

    public int MonthCount { get; init; }

    public int LifetimeCount { get; init; }

    /// <summary>The same as seen from a later moment: periods that are over begin again at nothing.</summary>
    /// <param name="now">A moment; that of a node whose clock is behind begins no period a second time.</param>
    public Usage At(DateTimeOffset now)
    {
        if (now <= CountedAt)
        {
            return this;
        }

        var isDay = Period.Day(now) == Period.Day(CountedAt);
        var isMonth = Period.Month(now) == Period.Month(CountedAt);
        return this with
        {
            CountedAt = now,
            Day = isDay ? Day : Usd.Zero,
            Week = Period.Week(now) == Period.Week(CountedAt) ? Week : Usd.Zero,
            Month = isMonth ? Month : Usd.Zero,
            Year = Period.Year(now) == Period.Year(CountedAt) ? Year : Usd.Zero,
            DayCount = isDay ? DayCount : 0,
            MonthCount = isMonth ? MonthCount : 0,
        };
    }

    /// <summary>After something was spent.</summary>
    /// <param name="amount">What was spent.</param>
    /// <param name="purchases">1 for a purchase, 0 for more of one that was counted before.</param>
    /// <param name="now">When.</param>
    public Usage Spend(Usd amount, int purchases, DateTimeOffset now)
    {
        var current = At(now);
        return current with
        {
            Day = current.Day + amount,
            Week = current.Week + amount,
            Month = current.Month + amount,
            Year = current.Year + amount,
            Lifetime = current.Lifetime + amount,
            DayCount = current.DayCount + purchases,
            MonthCount = current.MonthCount + purchases,
            LifetimeCount = current.LifetimeCount + purchases,
        };
    }

    /// <summary>After something that was spent came back without having been captured.</summary>
    /// <param name="amount">What came back.</param>
    /// <param name="purchases">1 when nothing is left of the purchase.</param>
    /// <param name="madeAt">When the purchase was made.</param>
    /// <param name="now">When it came back.</param>
    public Usage GiveBack(Usd amount, int purchases, DateTimeOffset madeAt, DateTimeOffset now)
    {
        var current = At(now);
        var isDay = Period.Day(madeAt) == Period.Day(current.CountedAt);
        var isMonth = Period.Month(madeAt) == Period.Month(current.CountedAt);
        return current with
        {
            Day = isDay ? Less(current.Day, amount) : current.Day,
            Week = Period.Week(madeAt) == Period.Week(current.CountedAt) ? Less(current.Week, amount) : current.Week,
            Month = isMonth ? Less(current.Month, amount) : current.Month,
            Year = Period.Year(madeAt) == Period.Year(current.CountedAt) ? Less(current.Year, amount) : current.Year,
            Lifetime = Less(current.Lifetime, amount),
            DayCount = isDay ? Less(current.DayCount, purchases) : current.DayCount,
            MonthCount = isMonth ? Less(current.MonthCount, purchases) : current.MonthCount,
            LifetimeCount = Less(current.LifetimeCount, purchases),
        };
    }

    // A purchase from before the counting began was never added.
    private static Usd Less(Usd used, Usd amount) => used > amount ? used - amount : Usd.Zero;

    private static int Less(int used, int purchases) => Math.Max(used - purchases, 0);
}
