using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Domain;

/// <summary>The facts of a card that authorizations and captures need, read in the transaction that decides.</summary>
internal sealed record CardFacts
{
    public required string Id { get; init; }

    public required AccountId Account { get; init; }

    public required Mode Mode { get; init; }

    public required Bin Bin { get; init; }

    public required string Status { get; init; }

    /// <summary>The kind of the frozen card's declines; null unless frozen.</summary>
    public string? DeclineAs { get; init; }

    /// <summary>The first moment at which the card has expired.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The reason of the cancellation; null unless cancelled.</summary>
    public string? CancelReason { get; init; }

    /// <summary>The card that replaces this one.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>The card at the end of all replacements, which has the money; null for a card that was not replaced.</summary>
    public CardFacts? Successor { get; init; }

    /// <summary>The end of the simulated issuer's latest outage, past or future; null when it had none.</summary>
    public DateTimeOffset? OutageEndsAt { get; init; }

    /// <summary>Whether the card works at terminals: its holder has activated it, or it is virtual.</summary>
    public bool IsActivated { get; init; } = true;
}
