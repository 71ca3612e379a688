namespace Cryptocardium.Cards.Domain;

// Start and end of calendar periods in UTC.
internal static class Period
{
    private const int DaysOfWeek = 7;

    public static DateTimeOffset Day(DateTimeOffset moment) => new(moment.UtcDateTime.Date, TimeSpan.Zero);

    /// <summary>Weeks begin on Monday (ISO 8601).</summary>
    public static DateTimeOffset Week(DateTimeOffset moment) =>
        Day(moment).AddDays(-(((int)moment.UtcDateTime.DayOfWeek + DaysOfWeek - (int)DayOfWeek.Monday) % DaysOfWeek));

    public static DateTimeOffset Month(DateTimeOffset moment) => new(moment.UtcDateTime.Year, moment.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset Year(DateTimeOffset moment) => new(moment.UtcDateTime.Year, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset AfterDay(DateTimeOffset moment) => Day(moment).AddDays(1);

    public static DateTimeOffset AfterWeek(DateTimeOffset moment) => Week(moment).AddDays(DaysOfWeek);

    public static DateTimeOffset AfterMonth(DateTimeOffset moment) => Month(moment).AddMonths(1);

    public static DateTimeOffset AfterYear(DateTimeOffset moment) => Year(moment).AddYears(1);
}
