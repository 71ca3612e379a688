using Cryptocardium.Kernel;

namespace Cryptocardium.Host.Http.Limits;

// One caller's windows, and what it has earned by calling although it was told to wait.
internal sealed class Meter(LimitPlan plan)
{
    private const int LevelMax = 12; // 2^12 s is beyond the longest wait

    /// <summary>The longest wait that a penalty makes.</summary>
    private static readonly TimeSpan WaitMax = TimeSpan.FromHours(1);

    /// <summary>A time without a refusal that takes one level back.</summary>
    private static readonly TimeSpan QuietTime = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly Window second = new(plan.Second);
    private readonly Window minute = new(plan.Minute);
    private readonly Window day = new(plan.Day);
    private Window? violated;
    private TimeSpan blockedUntil;
    private TimeSpan quietSince;
    private int level;

    // Read without the lock: it only ranks meters by age.
    public TimeSpan LastCall { get; private set; }

    /// <param name="now">Monotonic.</param>
    /// <param name="wall">What the same moment is called outside.</param>
    public LimitVerdict Take(TimeSpan now, DateTimeOffset wall)
    {
        lock (gate)
        {
            LastCall = now;
            second.MoveTo(now);
            minute.MoveTo(now);
            day.MoveTo(now);
            Calm(now);
            return now < blockedUntil || second.IsFull || minute.IsFull || day.IsFull ? Refuse(now, wall) : Pass(now, wall);
        }
    }

    // Shortest window first; takes nothing.
    public IReadOnlyList<RateLimit> Read(TimeSpan now)
    {
        lock (gate)
        {
            second.MoveTo(now);
            minute.MoveTo(now);
            day.MoveTo(now);
            return [Left(plan.Second, second), Left(plan.Minute, minute), Left(plan.Day, day)];
        }
    }

    private static RateLimit Left(WindowSize size, Window window) =>
        new((int)size.Length.TotalSeconds, window.Limit, Math.Max(0, window.Remaining));

    private LimitVerdict Pass(TimeSpan now, DateTimeOffset wall)
    {
        violated = null;
        second.Count(now);
        minute.Count(now);
        day.Count(now);
        return new(minute.Limit, minute.Remaining, Unix(wall + plan.Minute.Length), null);
    }

    private LimitVerdict Refuse(TimeSpan now, DateTimeOffset wall)
    {
        var (window, rest) = Longest(now);
        violated = rest > TimeSpan.Zero ? window : violated ?? second;
        if (now < blockedUntil)
        {
            level = Math.Min(level + 1, LevelMax);
        }

        var penalty = TimeSpan.FromSeconds(Math.Max(1, Math.Ceiling(rest.TotalSeconds)) * (1 << level));
        var wait = Max(Max(rest, blockedUntil - now), penalty < WaitMax ? penalty : WaitMax);
        quietSince = now;
        // Whole seconds are what the caller is told, and so what it is held to.
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        blockedUntil = now + TimeSpan.FromSeconds(seconds);
        return new(violated.Limit, 0, Unix(wall.AddSeconds(seconds)), seconds);
    }

    private (Window Window, TimeSpan Wait) Longest(TimeSpan now)
    {
        var longest = (second, second.Rest(now));
        longest = Longer(longest, (minute, minute.Rest(now)));
        return Longer(longest, (day, day.Rest(now)));
    }

    private static (Window Window, TimeSpan Wait) Longer((Window, TimeSpan Wait) one, (Window, TimeSpan Wait) other) =>
        other.Wait > one.Wait ? other : one;

    private void Calm(TimeSpan now)
    {
        while (level > 0 && now - quietSince >= QuietTime)
        {
            level--;
            quietSince += QuietTime;
        }
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static long Unix(DateTimeOffset moment) => (moment + TimeSpan.FromTicks(TimeSpan.TicksPerSecond - 1)).ToUnixTimeSeconds();
}
