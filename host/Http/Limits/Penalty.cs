namespace Cryptocardium.Host.Http.Limits;

// The penalty of one caller for calls within an announced wait. Not thread-safe.
internal sealed class Penalty
{
    private const int LevelMax = 12; // 2^12 s is beyond the longest wait
    private const int StepsMax = 10;

    /// <summary>The longest wait of a penalty.</summary>
    private static readonly TimeSpan WaitMax = TimeSpan.FromHours(1);

    /// <summary>The time without a refusal that lowers the level by one.</summary>
    private static readonly TimeSpan QuietTime = TimeSpan.FromMinutes(1);

    // Calls so soon after a refusal add seconds and do not double the wait.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(250);

    // Calls in flight when the refusal was sent arrive within this time. They add nothing.
    private static readonly TimeSpan InFlightGrace = TimeSpan.FromSeconds(1);

    private TimeSpan blockedUntil;
    private TimeSpan quietSince;
    private TimeSpan raisedAt;
    private int level;
    private int steps;
    private int announcedSeconds;

    public bool Blocks(TimeSpan now) => now < blockedUntil;

    public void Decay(TimeSpan now)
    {
        while (level > 0 && now - quietSince >= QuietTime)
        {
            level--;
            quietSince += QuietTime;
        }
    }

    /// <param name="now">The monotonic time.</param>
    /// <param name="rest">The wait without a penalty.</param>
    /// <param name="isInFlight">Whether the caller may have sent the call before it could read a refusal.</param>
    /// <returns>The wait in whole seconds, as it is announced and enforced.</returns>
    public int Refuse(TimeSpan now, TimeSpan rest, bool isInFlight)
    {
        var isWorse = Blocks(now) && Raise(now, isInFlight);
        if (!Blocks(now))
        {
            (steps, raisedAt) = (0, now);
        }

        var penalty = Math.Min(Math.Max(1, Seconds(rest)) * (1L << level) + steps, Seconds(WaitMax));
        var wait = Math.Max(penalty, Math.Max(Seconds(rest), Seconds(blockedUntil - now)));
        announcedSeconds = (int)Math.Max(wait, isWorse && announcedSeconds < Seconds(WaitMax) ? announcedSeconds + 1 : 0);
        quietSince = now;
        blockedUntil = now + TimeSpan.FromSeconds(announcedSeconds);
        return announcedSeconds;
    }

    private bool Raise(TimeSpan now, bool isInFlight)
    {
        if (now - raisedAt >= (isInFlight ? InFlightGrace : Grace))
        {
            (level, steps, raisedAt) = (Math.Min(level + 1, LevelMax), 0, now);
            return true;
        }

        return !isInFlight && steps < StepsMax && ++steps > 0;
    }

    private static long Seconds(TimeSpan time) => (long)Math.Ceiling(time.TotalSeconds);
}
