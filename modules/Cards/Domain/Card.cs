using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Cards.Domain;

// A card. Its money is in the ledger and its number in the vault.
internal sealed class Card : IOfCard
{
    public required string Id { get; init; }

    public required AccountId AccountId { get; init; }

    string IOfCard.CardId => Id;

    public required Mode Mode { get; init; }

    public required string Type { get; init; }

    public required string Bin { get; init; }

    public required string Last4 { get; init; }

    /// <summary>The first moment at which the card has expired.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The customer's name of the card.</summary>
    public string? Label { get; set; }

    /// <summary>The customer's keys and values, as a JSON object.</summary>
    public required string Metadata { get; set; }

    /// <summary>The wallets that the card is prepared for, separated by spaces.</summary>
    public required string Wallets { get; set; }

    /// <summary>The card that this one replaces.</summary>
    public string? ReplacementFor { get; init; }

    /// <summary>The card that replaces this one.</summary>
    public string? ReplacedBy { get; private set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The time of the last change of state; movements of money do not count.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }

    public string Status { get; private set; } = CardState.Active;

    /// <summary>The kind of the frozen card's declines; null unless frozen.</summary>
    public string? DeclineAs { get; private set; }

    public string? CancelReason { get; private set; }

    /// <summary>The time at which the holder activated a physical card; without it the card works only where it is not present.</summary>
    public DateTimeOffset? ActivatedAt { get; private set; }

    /// <returns>Whether the status changed; freezing a frozen card has no effect.</returns>
    public Result<bool> Freeze(string declineAs, DateTimeOffset now)
    {
        if (Status == CardState.Cancelled)
        {
            return CardConflict.Cancelled("an active card can be frozen");
        }

        return Status == CardState.Active && Change(CardState.Frozen, declineAs, now);
    }

    /// <returns>Whether the status changed; unfreezing an active card has no effect.</returns>
    public Result<bool> Unfreeze(DateTimeOffset now)
    {
        if (Status == CardState.Cancelled)
        {
            return CardConflict.Cancelled("a frozen card can be unfrozen");
        }

        return Status == CardState.Frozen && Change(CardState.Active, declineAs: null, now);
    }

    /// <summary>Cancels the card for good.</summary>
    /// <exception cref="InvalidOperationException">The card is cancelled already.</exception>
    public void Cancel(string reason, DateTimeOffset now)
    {
        if (Status == CardState.Cancelled)
        {
            throw new InvalidOperationException($"{Id} is cancelled.");
        }

        CancelReason = reason;
        Change(CardState.Cancelled, declineAs: null, now);
    }

    /// <summary>Cancels the card in favor of its replacement, which has its money.</summary>
    /// <param name="by">The id of the replacement.</param>
    /// <param name="reason">The reason for the cancellation.</param>
    /// <param name="now">The time of the unit of work.</param>
    public void Replace(string by, string reason, DateTimeOffset now)
    {
        Cancel(reason, now);
        ReplacedBy = by;
    }

    /// <summary>Activates the card for use at terminals.</summary>
    /// <returns>Whether the card was not activated before.</returns>
    public bool Activate(DateTimeOffset now)
    {
        if (ActivatedAt is not null)
        {
            return false;
        }

        ActivatedAt = now;
        UpdatedAt = now;
        return true;
    }

    /// <summary>Records that the card is in a wallet.</summary>
    public void PrepareFor(string wallet, DateTimeOffset now)
    {
        if (!Wallets.Split(' ').Contains(wallet))
        {
            Wallets = $"{Wallets} {wallet}".Trim();
            UpdatedAt = now;
        }
    }

    private bool Change(string status, string? declineAs, DateTimeOffset now)
    {
        Status = status;
        DeclineAs = declineAs;
        UpdatedAt = now;
        return true;
    }
}
