using System.Globalization;

namespace Cryptocardium.Ledger.Domain;

// A calendar month in UTC.
internal readonly record struct Period : IComparable<Period>
{
    private const int MonthsPerYear = 12;
    private const string Format = "yyyy-MM";
    private const string CursorFormat = "yyyy_MM";

    // A journal of the month may commit this long after its end. It is far longer than the time limit of a command.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);

    private readonly int month;

    private Period(int month) => this.month = month;

    public DateTimeOffset Start => new(month / MonthsPerYear, month % MonthsPerYear + 1, 1, 0, 0, 0, TimeSpan.Zero);

    public DateTimeOffset End => Next.Start;

    public string Cursor => Start.ToString(CursorFormat, CultureInfo.InvariantCulture);

    public Period Next => new(month + 1);

    public Period Previous => new(month - 1);

    public static Period Of(DateTimeOffset time) => new(time.UtcDateTime.Year * MonthsPerYear + time.UtcDateTime.Month - 1);

    /// <returns>The month of a text such as <c>2026-05</c>; null when it is none.</returns>
    public static Period? Parse(string text) => Parse(text, Format);

    public static Period? AtCursor(string cursor) => Parse(cursor, CursorFormat);

    private static Period? Parse(string text, string format) =>
        DateTimeOffset.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var start) ? Of(start) : null;

    public bool IsClosed(DateTimeOffset now) => now >= End + Grace;

    public static bool operator <(Period left, Period right) => left.month < right.month;

    public static bool operator >(Period left, Period right) => left.month > right.month;

    public static bool operator <=(Period left, Period right) => left.month <= right.month;

    public static bool operator >=(Period left, Period right) => left.month >= right.month;

    public int CompareTo(Period other) => month.CompareTo(other.month);

    public override string ToString() => Start.ToString(Format, CultureInfo.InvariantCulture);
}
