using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Domain;

// The usage of a card that counts against its limits, in the calendar periods of one moment. An approved purchase counts with its held and
// captured amounts, in the periods in which they arise. Amounts released without a capture are subtracted from the periods of the
// purchase. Refunds and declines do not count.
internal sealed record Usage
{
    /// <summary>No usage.</summary>
    public static readonly Usage None = new();

    /// <summary>The moment that defines the periods.</summary>
    public DateTimeOffset CountedAt { get; init; } = DateTimeOffset.UnixEpoch;

    public Usd Day { get; init; }

    public Usd Week { get; init; }

    public Usd Month { get; init; }

    public Usd Year { get; init; }

    public Usd Lifetime { get; init; }

    public int DayCount { get; init; }

    public int WeekCount { get; init; }

    public int MonthCount { get; init; }

    public int YearCount { get; init; }

    public int LifetimeCount { get; init; }

    /// <summary>The usage at a later moment: periods that have ended restart at zero.</summary>
    /// <param name="now">The moment; an earlier one, by a node whose clock is behind, restarts no period.</param>
    public Usage At(DateTimeOffset now)
    {
        if (now <= CountedAt)
        {
            return this;
        }

        var isDay = Period.Day(now) == Period.Day(CountedAt);
        var isWeek = Period.Week(now) == Period.Week(CountedAt);
        var isMonth = Period.Month(now) == Period.Month(CountedAt);
        var isYear = Period.Year(now) == Period.Year(CountedAt);
        return this with
        {
            CountedAt = now,
            Day = isDay ? Day : Usd.Zero,
            Week = isWeek ? Week : Usd.Zero,
            Month = isMonth ? Month : Usd.Zero,
            Year = isYear ? Year : Usd.Zero,
            DayCount = isDay ? DayCount : 0,
            WeekCount = isWeek ? WeekCount : 0,
            MonthCount = isMonth ? MonthCount : 0,
            YearCount = isYear ? YearCount : 0,
        };
    }

    /// <summary>The usage after an amount was spent.</summary>
    /// <param name="amount">The spent amount.</param>
    /// <param name="purchases">1 for a new purchase, 0 for an increment.</param>
    /// <param name="now">The time at which it was spent.</param>
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
            WeekCount = current.WeekCount + purchases,
            MonthCount = current.MonthCount + purchases,
            YearCount = current.YearCount + purchases,
            LifetimeCount = current.LifetimeCount + purchases,
        };
    }

    /// <summary>The usage after a spent amount was released without a capture.</summary>
    /// <param name="amount">The released amount.</param>
    /// <param name="purchases">1 when nothing is left of the purchase, otherwise 0.</param>
    /// <param name="madeAt">The time of the purchase.</param>
    /// <param name="now">The time of the release.</param>
    public Usage GiveBack(Usd amount, int purchases, DateTimeOffset madeAt, DateTimeOffset now)
    {
        var current = At(now);
        var isDay = Period.Day(madeAt) == Period.Day(current.CountedAt);
        var isWeek = Period.Week(madeAt) == Period.Week(current.CountedAt);
        var isMonth = Period.Month(madeAt) == Period.Month(current.CountedAt);
        var isYear = Period.Year(madeAt) == Period.Year(current.CountedAt);
        return current with
        {
            Day = isDay ? Less(current.Day, amount) : current.Day,
            Week = isWeek ? Less(current.Week, amount) : current.Week,
            Month = isMonth ? Less(current.Month, amount) : current.Month,
            Year = isYear ? Less(current.Year, amount) : current.Year,
            Lifetime = Less(current.Lifetime, amount),
            DayCount = isDay ? Less(current.DayCount, purchases) : current.DayCount,
            WeekCount = isWeek ? Less(current.WeekCount, purchases) : current.WeekCount,
            MonthCount = isMonth ? Less(current.MonthCount, purchases) : current.MonthCount,
            YearCount = isYear ? Less(current.YearCount, purchases) : current.YearCount,
            LifetimeCount = Less(current.LifetimeCount, purchases),
        };
    }

    // A purchase that is older than the usage was never counted.
    private static Usd Less(Usd used, Usd amount) => used > amount ? used - amount : Usd.Zero;

    private static int Less(int used, int purchases) => Math.Max(used - purchases, 0);
}
