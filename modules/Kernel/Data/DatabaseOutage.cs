using Cryptocardium.Kernel.Writing;

namespace Cryptocardium.Kernel.Data;

/// <summary>
/// Whether the database answers, as a probe decides: a database that is away is one state with one log entry, however many requests and jobs
/// meet it.
/// </summary>
public sealed class DatabaseOutage
{
    private volatile bool isDown;
    private int failures;
    private bool isDiskFull;

    /// <summary>Whether the last probe got no response. Work that needs the database is refused at once then.</summary>
    public bool IsDown
    {
        get => isDown;
        internal set => isDown = value;
    }

    /// <summary>Whether an outage, a full disk or overload explains a failure: the same work can succeed later.</summary>
    public static bool Explains(Exception exception) =>
        exception is OverloadedException || Failure.IsDiskFull(exception) || Failure.IsNoResponse(exception);

    /// <summary>Counts a failure that an outage or a full disk explains; it needs no log entry of its own.</summary>
    /// <returns>Whether one of them explains it.</returns>
    public bool Covers(Exception exception)
    {
        if (!Explains(exception))
        {
            return false;
        }

        if (Failure.IsDiskFull(exception))
        {
            Volatile.Write(ref isDiskFull, true);
        }

        Interlocked.Increment(ref failures);
        return true;
    }

    internal bool HasFailures => Volatile.Read(ref failures) > 0;

    internal int TakeFailures() => Interlocked.Exchange(ref failures, 0);

    internal bool TakeFullDisk() => Interlocked.Exchange(ref isDiskFull, false);
}
