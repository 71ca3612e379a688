using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Domain;

/// <summary>What an authorisation or a capture needs to know of a card, read in the transaction that decides.</summary>
internal sealed record CardFacts
{
    public required string Id { get; init; }

    public required AccountId Account { get; init; }

    public required Mode Mode { get; init; }

    public required Bin Bin { get; init; }

    public required string Status { get; init; }

    /// <summary>Whether a frozen card asks merchants to try again.</summary>
    public bool IsSoftFrozen { get; init; }

    /// <summary>The first moment at which it no longer works.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Why it was cancelled; null when it was not.</summary>
    public string? CancelReason { get; init; }

    /// <summary>The card that was issued in its place.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>The card that has its money, at the end of all replacements; null for a card that was not replaced.</summary>
    public CardFacts? Successor { get; init; }

    /// <summary>When the simulated issuer's latest outage ends or has ended; null when there was none.</summary>
    public DateTimeOffset? OutageEndsAt { get; init; }

    /// <summary>Whether it works where it is present: a physical card was switched on by its holder.</summary>
    public bool IsActivated { get; init; } = true;
}
