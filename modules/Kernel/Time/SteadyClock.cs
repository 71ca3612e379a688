using Microsoft.Extensions.Logging;

namespace Cryptocardium.Kernel.Time;

/// <summary>
/// The clock of the product: the wall clock when the process starts, continued by the monotonic clock. It approaches the wall clock by a
/// thousandth of the time at most, which follows every time server and no jump. So a wall clock that is set forward or back ends no session,
/// hold, lease or back-off. A restart takes over the wall clock.
/// </summary>
/// <param name="source">The clocks of the system.</param>
/// <param name="uptime">The time since the start of the machine, sleep included; null where the system does not tell.</param>
/// <param name="logger">Receives a warning about a wall clock that differs.</param>
public sealed partial class SteadyClock(TimeProvider source, Func<TimeSpan?> uptime, ILogger logger) : TimeProvider
{
    private const string UptimeFile = "/proc/uptime";
    private const long CorrectionShare = 1_000;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    // The monotonic clock and the uptime are read one after the other, and the uptime has hundredths of a second.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);

    // A time server keeps the wall clock closer than this, so a larger difference is a jump.
    private static readonly TimeSpan DifferenceMax = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan WarnEvery = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private Anchor current = new(source.GetTimestamp(), 0, source.GetUtcNow().Ticks, Read(uptime));
    private long? warnedAt;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => source.LocalTimeZone;

    /// <summary>The clock of a process, on the clocks of its machine.</summary>
    public static SteadyClock OfMachine(ILogger logger) => new(System, ReadUptime, logger);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        var (anchor, elapsed) = Now();
        return new(anchor.UtcTicks + elapsed, TimeSpan.Zero);
    }

    /// <inheritdoc/>
    public override long GetTimestamp()
    {
        var (anchor, elapsed) = Now();
        return anchor.Ticks + elapsed;
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        source.CreateTimer(callback, state, dueTime, period);

    private (Anchor Anchor, long Elapsed) Now()
    {
        var anchor = Volatile.Read(ref current);
        var elapsed = source.GetElapsedTime(anchor.Timestamp);
        if (elapsed >= TimeSpan.Zero && elapsed < Interval)
        {
            return (anchor, elapsed.Ticks);
        }

        lock (gate)
        {
            var timestamp = source.GetTimestamp();
            elapsed = source.GetElapsedTime(current.Timestamp, timestamp);
            if (elapsed < TimeSpan.Zero || elapsed >= Interval)
            {
                Volatile.Write(ref current, Renew(current, timestamp, elapsed));
                elapsed = TimeSpan.Zero;
            }

            return (current, elapsed.Ticks);
        }
    }

    private Anchor Renew(Anchor last, long timestamp, TimeSpan elapsed)
    {
        // The monotonic clock stands still while the machine sleeps.
        var up = Read(uptime) ?? last.Uptime + elapsed;
        var passed = up - last.Uptime is { } counted && (counted - elapsed).Duration() > Tolerance ? counted : elapsed;
        var ticks = Math.Max(0, passed.Ticks);
        var difference = source.GetUtcNow().Ticks - last.UtcTicks - ticks;

        // Without an uptime a jump forward is taken for the end of a sleep.
        var most = up is null && difference > Tolerance.Ticks ? difference : ticks / CorrectionShare;
        var correction = Math.Clamp(difference, -ticks / CorrectionShare, most);
        Warn(last.Ticks + ticks, TimeSpan.FromTicks(difference - correction));
        return new(timestamp, last.Ticks + ticks, last.UtcTicks + ticks + correction, up);
    }

    private void Warn(long now, TimeSpan difference)
    {
        if (difference.Duration() > DifferenceMax && (warnedAt is null || now - warnedAt >= WarnEvery.Ticks))
        {
            warnedAt = now;
            LogDifference(logger, difference.TotalSeconds);
        }
    }

    // A process without free descriptors cannot open the file.
    private static TimeSpan? Read(Func<TimeSpan?> uptime)
    {
        try
        {
            return uptime();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static TimeSpan? ReadUptime() =>
        File.Exists(UptimeFile) && File.ReadAllText(UptimeFile).Split(' ') is [var seconds, ..]
            && double.TryParse(seconds, global::System.Globalization.CultureInfo.InvariantCulture, out var value)
            ? TimeSpan.FromSeconds(value) : null;

    [LoggerMessage(
        1,
        LogLevel.Warning,
        "The wall clock is {Seconds:F0} s ahead of the clock of this process, which approaches it by 1 s in 1000 s; restart the process to take it over.")]
    private static partial void LogDifference(ILogger logger, double seconds);

    private sealed record Anchor(long Timestamp, long Ticks, long UtcTicks, TimeSpan? Uptime);
}
