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

    // Calls within this time after a refusal were in flight when it was sent; they add seconds and do not double the wait.
    private static readonly TimeSpan InFlightGrace = TimeSpan.FromMilliseconds(250);

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
    /// <returns>The wait in whole seconds, as it is announced and enforced.</returns>
    public int Refuse(TimeSpan now, TimeSpan rest)
    {
        var isWorse = Blocks(now) && Raise(now);
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

    private bool Raise(TimeSpan now)
    {
        if (now - raisedAt >= InFlightGrace)
        {
            (level, steps, raisedAt) = (Math.Min(level + 1, LevelMax), 0, now);
            return true;
        }

        return steps < StepsMax && ++steps > 0;
    }

    private static long Seconds(TimeSpan time) => (long)Math.Ceiling(time.TotalSeconds);
}
