namespace Cryptocardium.Tests;

/// <summary>A clock that moves only when a test advances it. Its timers never fire; tests run jobs explicitly.</summary>
public sealed class FakeTime : TimeProvider
{
    private long ticks = new DateTimeOffset(2026, 5, 19, 7, 30, 0, TimeSpan.Zero).Ticks;

    private long wallBack;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks) - Interlocked.Read(ref wallBack), TimeSpan.Zero);

    /// <inheritdoc/>
    public override long GetTimestamp() => Interlocked.Read(ref ticks);

    /// <summary>Moves the clock forward.</summary>
    public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);

    /// <summary>Sets the wall clock back, as an operator or a time server may. The monotonic clock is not affected.</summary>
    public void SetBack(TimeSpan by) => Interlocked.Add(ref wallBack, by.Ticks);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new DeadTimer();

    private sealed class DeadTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => default;
    }
}
