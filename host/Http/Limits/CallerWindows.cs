using Cryptocardium.Kernel;

namespace Cryptocardium.Host.Http.Limits;

// The windows of one caller, and the number of its calls that were not reported to other nodes yet.
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

    // Read without the lock, since it only ranks callers by age.
    public TimeSpan LastCall { get; private set; }

    /// <param name="now">The monotonic time.</param>
    /// <param name="wall">The wall clock time of the same moment.</param>
    /// <param name="isInFlight">Whether the caller may have sent the call before it could read a refusal.</param>
    /// <param name="unreportedMax">The number of calls that may pass before they are reported; null without other nodes.</param>
    /// <param name="isNewReport">Whether this call is the first of a new report to other nodes.</param>
    /// <returns>The verdict; null if a report to other nodes must come first.</returns>
    public LimitVerdict? Acquire(TimeSpan now, DateTimeOffset wall, bool isInFlight, int? unreportedMax, out bool isNewReport)
    {
        lock (gate)
        {
            LastCall = now;
            isNewReport = false;
            MoveTo(now);
            penalty.Decay(now);
            if (penalty.Blocks(now) || second.IsFull || minute.IsFull || day.IsFull)
            {
                return Refuse(now, wall, isInFlight);
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

    /// <summary>Begins a report and returns its number of calls.</summary>
    public int BeginReport()
    {
        lock (gate)
        {
            var calls = unreported - reporting;
            reporting = unreported;
            return calls;
        }
    }

    /// <summary>Ends a report that the other nodes have received.</summary>
    public void EndReport()
    {
        lock (gate)
        {
            unreported -= reporting;
            reporting = 0;
        }
    }

    /// <summary>Counts calls that another node admitted.</summary>
    public void Add(TimeSpan now, int calls)
    {
        lock (gate)
        {
            MoveTo(now);
            Count(now, calls);
        }
    }

    // Returns the shortest window first and counts no call.
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

    private LimitVerdict Refuse(TimeSpan now, DateTimeOffset wall, bool isInFlight)
    {
        var (window, rest) = Longest(now);
        violated = rest > TimeSpan.Zero ? window : violated ?? second;
        var seconds = penalty.Refuse(now, rest, isInFlight);
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
