using System.Globalization;

namespace Cryptocardium.Kernel;

/// <summary>Ids begin with their time. So what was created in a span of time stands between two ids, and an index finds it.</summary>
public static class IdTime
{
    // An id may be made before its row. Whoever reads by these bounds looks at the row's time as well.
    private static readonly TimeSpan EarlierMost = TimeSpan.FromHours(1);

    // While a clock is behind what it was, ids go on from there: they are later than their rows by as much as it was set back.
    private static readonly TimeSpan LaterMost = TimeSpan.FromDays(2);

    /// <summary>No id of what was created at a time, or later, sorts before this.</summary>
    /// <param name="prefix">Of the ids.</param>
    /// <param name="time">Any time; what is before 1970 counts as 1970.</param>
    public static string First(string prefix, DateTimeOffset time) =>
        Text(prefix, time.ToUnixTimeMilliseconds() - (long)EarlierMost.TotalMilliseconds);

    /// <summary>No id of what was created before a time sorts after this, unless the clock was set back by more than two days.</summary>
    /// <param name="prefix">Of the ids.</param>
    /// <param name="time">Any time; what is before 1970 counts as 1970.</param>
    public static string Last(string prefix, DateTimeOffset time) =>
        Text(prefix, time.ToUnixTimeMilliseconds() + (long)LaterMost.TotalMilliseconds);

    private static string Text(string prefix, long milliseconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}_{Math.Max(0, milliseconds):x12}");
}
