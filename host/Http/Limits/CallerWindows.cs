using Cryptocardium.Kernel;

namespace Cryptocardium.Host.Http.Limits;

// One caller's windows, and how many of its calls other nodes have not heard of.
internal sealed class CallerWindows(LimitPlan plan)
{
    private readonly Lock gate = new();
    private readonly Window second = new(plan.Second);
    private readonly Window minute = new(plan.Minute);
    private readonly Window day = new(plan.Day);
    private readonly Penalty penalty = new();
    private Window? violated;
    private int unreported;
    private int reporting;

    // Read without the lock: it only ranks meters by age.
    public TimeSpan LastCall { get; private set; }

    /// <param name="now">Monotonic.</param>
    /// <param name="wall">What the same moment is called outside.</param>
    /// <param name="unreportedMax">How many calls may pass that other nodes do not know of; null when there are no other nodes.</param>
    /// <param name="isNewReport">Whether other nodes are to be told, and were not going to be.</param>
    /// <returns>Null when other nodes must be told first.</returns>
    public LimitVerdict? Acquire(TimeSpan now, DateTimeOffset wall, int? unreportedMax, out bool isNewReport)
    {
        lock (gate)
        {
            LastCall = now;
            isNewReport = false;
            MoveTo(now);
            penalty.Decay(now);
            if (penalty.Blocks(now) || second.IsFull || minute.IsFull || day.IsFull)
            {
                return Refuse(now, wall);
            }

            if (unreportedMax is { } most)
            {
                if (unreported >= most)
                {
                    return null;
                }

                isNewReport = unreported++ == reporting;
            }

            return Pass(now, wall);
        }
    }

    /// <summary>How many calls other nodes are to be told of now.</summary>
    public int BeginReport()
    {
        lock (gate)
        {
            var news = unreported - reporting;
            reporting = unreported;
            return news;
        }
    }

    /// <summary>The other nodes know what they were to be told.</summary>
    public void EndReport()
    {
        lock (gate)
        {
            unreported -= reporting;
            reporting = 0;
        }
    }

    /// <summary>Counts calls that another node let pass.</summary>
    public void Add(TimeSpan now, int calls)
    {
        lock (gate)
        {
            MoveTo(now);
            Count(now, calls);
        }
    }

    // Shortest window first; takes nothing.
    public IReadOnlyList<RateLimit> Read(TimeSpan now)
    {
        lock (gate)
        {
            MoveTo(now);
            return [Left(plan.Second, second), Left(plan.Minute, minute), Left(plan.Day, day)];
        }
    }

    private static RateLimit Left(WindowSize size, Window window) =>
        new((int)size.Length.TotalSeconds, window.Limit, Math.Max(0, window.Remaining));

    private void MoveTo(TimeSpan now)
    {
        second.MoveTo(now);
        minute.MoveTo(now);
        day.MoveTo(now);
    }

    private void Count(TimeSpan now, int calls)
    {
        second.Count(now, calls);
        minute.Count(now, calls);
        day.Count(now, calls);
    }

    private LimitVerdict Pass(TimeSpan now, DateTimeOffset wall)
    {
        violated = null;
        Count(now, 1);
        return new(minute.Limit, minute.Remaining, Unix(wall + plan.Minute.Length), null);
    }

    private LimitVerdict Refuse(TimeSpan now, DateTimeOffset wall)
    {
        var (window, rest) = Longest(now);
        violated = rest > TimeSpan.Zero ? window : violated ?? second;
        var seconds = penalty.Refuse(now, rest);
        return new(violated.Limit, 0, Unix(wall.AddSeconds(seconds)), seconds);
    }

    private (Window Window, TimeSpan Wait) Longest(TimeSpan now)
    {
        var longest = (second, second.TimeUntilFree(now));
        longest = Longer(longest, (minute, minute.TimeUntilFree(now)));
        return Longer(longest, (day, day.TimeUntilFree(now)));
    }

    private static (Window Window, TimeSpan Wait) Longer((Window, TimeSpan Wait) one, (Window, TimeSpan Wait) other) =>
        other.Wait > one.Wait ? other : one;

    private static long Unix(DateTimeOffset moment) => (moment + TimeSpan.FromTicks(TimeSpan.TicksPerSecond - 1)).ToUnixTimeSeconds();
}
