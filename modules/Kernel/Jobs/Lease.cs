namespace Cryptocardium.Kernel.Jobs;

/// <summary>
/// Who may work on a row and when, as a value that the row embeds and stores in four columns. A claim gives the row to one holder until a
/// time and under a new fencing token; a holder that was replaced finds another token and changes nothing.
/// </summary>
public readonly record struct Lease
{
    /// <summary>Until then the holder works on it; afterwards any worker may claim it. Null while it has no holder.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>The fencing token: the number of claims so far.</summary>
    public long Fence { get; init; }

    /// <summary>Nothing is done about the row before.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>Failures in a row.</summary>
    public int Failures { get; init; }

    /// <summary>Whether it has no holder and its time has come.</summary>
    public bool IsDue(DateTimeOffset now) => HeldUntil is null && DueAt <= now;

    /// <summary>Whether its holder let its time pass.</summary>
    public bool IsAbandoned(DateTimeOffset now) => HeldUntil <= now;

    /// <summary>Gives it to a new holder.</summary>
    /// <exception cref="InvalidOperationException">It has a holder whose time is not over.</exception>
    public Lease Claim(TimeSpan duration, DateTimeOffset now) => HeldUntil > now
        ? throw new InvalidOperationException($"It is held until {HeldUntil:O}.")
        : this with { HeldUntil = now + duration, Fence = Fence + 1 };

    /// <summary>Ends the holder's time; the row is due again at a time.</summary>
    public Lease Release(DateTimeOffset dueAt) => this with { HeldUntil = null, DueAt = dueAt };

    /// <summary>Notes that the work got further.</summary>
    public Lease Succeed() => this with { Failures = 0 };

    /// <summary>
    /// Puts the row off after a failure, longer each time. A holder keeps its claim until then and loses it at the moment at which the row
    /// is due, so that a row that only a claim can continue is taken over and not begun anew.
    /// </summary>
    public Lease SetAside(Backoff backoff, DateTimeOffset now)
    {
        var dueAt = now + backoff.After(Failures + 1);
        return this with { Failures = Failures + 1, DueAt = dueAt, HeldUntil = HeldUntil is null ? null : dueAt };
    }
}
