using System.Globalization;

namespace Cryptocardium.Kernel;

/// <summary>Bounds of ids by time. Ids begin with their time of creation, so rows of a span of time lie between two ids of an index.</summary>
public static class IdTime
{
    // An id can be created before its row, so queries with these bounds also compare the time of the row.
    private static readonly TimeSpan EarlierMost = TimeSpan.FromHours(1);

    // After a clock is set back, ids continue from the latest time: they are later than their rows by that difference.
    private static readonly TimeSpan LaterMost = TimeSpan.FromDays(2);

    /// <summary>The lower bound of ids of rows that were created at a time or later.</summary>
    /// <param name="prefix">The prefix of the ids.</param>
    /// <param name="time">Any time; times before 1970 count as 1970.</param>
    public static string First(string prefix, DateTimeOffset time) =>
        Text(prefix, time.ToUnixTimeMilliseconds() - (long)EarlierMost.TotalMilliseconds);

    /// <summary>The upper bound of ids of rows that were created before a time, unless the clock was set back by more than two days.</summary>
    /// <param name="prefix">The prefix of the ids.</param>
    /// <param name="time">Any time; times before 1970 count as 1970.</param>
    public static string Last(string prefix, DateTimeOffset time) =>
        Text(prefix, time.ToUnixTimeMilliseconds() + (long)LaterMost.TotalMilliseconds);

    private static string Text(string prefix, long milliseconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}_{Math.Max(0, milliseconds):x12}");
}
