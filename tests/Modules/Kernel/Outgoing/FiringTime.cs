namespace Cryptocardium.Modules.Tests.Kernel;

/// <summary>A clock whose timers fire when the test says so.</summary>
internal sealed class FiringTime : TimeProvider
{
    private readonly List<Action> armed = [];

    /// <summary>Fires every timer that was ever started with a time to fire at.</summary>
    public void Fire()
    {
        foreach (var fire in armed.ToList())
        {
            fire();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        armed.Add(() => callback(state));
        return new Timer();
    }

    private sealed class Timer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => default;
    }
}
