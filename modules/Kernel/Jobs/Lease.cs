namespace Cryptocardium.Kernel.Jobs;

/// <summary>
/// The right to work on a row, as a value that the row embeds and stores in four columns. A claim gives the row to one holder until a time and
/// under a new fencing token; a replaced holder finds another token and writes nothing.
/// </summary>
public readonly record struct Lease
{
    /// <summary>The end of the holder's claim; afterwards any worker may claim the row. Null without a holder.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>The fencing token: the number of claims so far.</summary>
    public long Fence { get; init; }

    /// <summary>The time from which the row is due.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>The count of consecutive failures.</summary>
    public int Failures { get; init; }

    /// <summary>Whether the row has no holder and is due.</summary>
    public bool IsDue(DateTimeOffset now) => HeldUntil is null && DueAt <= now;

    /// <summary>Whether the holder's claim has expired.</summary>
    public bool IsAbandoned(DateTimeOffset now) => HeldUntil <= now;

    /// <summary>Gives the row to a new holder.</summary>
    /// <exception cref="InvalidOperationException">The row has a holder whose claim has not expired.</exception>
    public Lease Claim(TimeSpan duration, DateTimeOffset now) => HeldUntil > now
        ? throw new InvalidOperationException($"The row is claimed until {HeldUntil:O}.")
        : this with { HeldUntil = now + duration, Fence = Fence + 1 };

    /// <summary>Ends the claim; the row is due again at a time.</summary>
    public Lease Release(DateTimeOffset dueAt) => this with { HeldUntil = null, DueAt = dueAt };

    /// <summary>Resets the count of failures after progress.</summary>
    public Lease Succeed() => this with { Failures = 0 };

    /// <summary>
    /// Backs off after a failure. A holder keeps its claim until the row is due again, so that a claimed row is continued by a new claim and
    /// not started anew.
    /// </summary>
    public Lease SetAside(Backoff backoff, DateTimeOffset now)
    {
        var dueAt = now + backoff.After(Failures + 1);
        return this with { Failures = Failures + 1, DueAt = dueAt, HeldUntil = HeldUntil is null ? null : dueAt };
    }
}
