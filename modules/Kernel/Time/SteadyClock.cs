namespace Cryptocardium.Kernel.Time;

/// <summary>
/// The clock of the product: the wall clock when the process starts, continued by the monotonic clock. It approaches the wall clock by a
/// thousandth of the time at most, which follows every time server and no jump. So a wall clock that is set forward or back ends no session,
/// hold, lease or back-off. A restart takes over the wall clock.
/// </summary>
/// <param name="source">The clocks of the system.</param>
/// <param name="uptime">The time since the start of the machine, sleep included; null where the system does not tell.</param>
public sealed class SteadyClock(TimeProvider source, Func<TimeSpan?> uptime) : TimeProvider
{
    private const string UptimeFile = "/proc/uptime";
    private const long CorrectionShare = 1_000;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    // The monotonic clock and the uptime are read one after the other, and the uptime has hundredths of a second.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private Anchor current = new(source.GetTimestamp(), 0, source.GetUtcNow().Ticks, uptime());

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => source.LocalTimeZone;

    /// <summary>The clock of a process, on the clocks of its machine.</summary>
    public static SteadyClock OfMachine() => new(System, ReadUptime);

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
        var up = uptime();
        var passed = up - last.Uptime is { } counted && (counted - elapsed).Duration() > Tolerance ? counted : elapsed;
        var ticks = Math.Max(0, passed.Ticks);
        var difference = source.GetUtcNow().Ticks - last.UtcTicks - ticks;

        // Without an uptime a jump forward is taken for the end of a sleep.
        var most = up is null && difference > Tolerance.Ticks ? difference : ticks / CorrectionShare;
        return new(timestamp, last.Ticks + ticks, last.UtcTicks + ticks + Math.Clamp(difference, -ticks / CorrectionShare, most), up);
    }

    private static TimeSpan? ReadUptime() =>
        File.Exists(UptimeFile) && File.ReadAllText(UptimeFile).Split(' ') is [var seconds, ..]
            && double.TryParse(seconds, global::System.Globalization.CultureInfo.InvariantCulture, out var value)
            ? TimeSpan.FromSeconds(value) : null;

    private sealed record Anchor(long Timestamp, long Ticks, long UtcTicks, TimeSpan? Uptime);
}
