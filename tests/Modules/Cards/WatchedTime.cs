using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Tests.Cards;

// A clock on which a test observes waits of one duration and ends them.
internal sealed class WatchedTime(FakeTime clock, TimeSpan watched) : TimeProvider
{
    // Reached only by a failing test.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Channel<Action> waits = Channel.CreateUnbounded<Action>();

    public static WatchedTime Over(IServiceCollection services, TimeSpan watched)
    {
        var clock = services.Select(service => service.ImplementationInstance).OfType<FakeTime>().Single();
        var time = new WatchedTime(clock, watched);
        services.AddSingleton<TimeProvider>(time);
        return time;
    }

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == watched && period == Timeout.InfiniteTimeSpan)
        {
            Assert.True(waits.Writer.TryWrite(() => callback(state)));
        }

        return clock.CreateTimer(callback, state, dueTime, period);
    }

    /// <summary>Waits until the product starts a wait of the watched duration.</summary>
    /// <returns>An action that ends the wait.</returns>
    public Task<Action> Wait() => waits.Reader.ReadAsync().AsTask().WaitAsync(Patience);
}
