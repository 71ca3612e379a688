using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Cards.Domain;

// A card. Its money is in the ledger, its number in the vault.
internal sealed class Card : IOfCard
{
    public required string Id { get; init; }

    public required AccountId AccountId { get; init; }

    string IOfCard.CardId => Id;

    public required Mode Mode { get; init; }

    public required string Type { get; init; }

    public required string Bin { get; init; }

    public required string Last4 { get; init; }

    /// <summary>The first moment at which it no longer works.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The customer's name for it.</summary>
    public string? Label { get; set; }

    /// <summary>The customer's keys and values, as a JSON object.</summary>
    public required string Metadata { get; set; }

    /// <summary>The wallets it was prepared for, with spaces between.</summary>
    public required string Wallets { get; set; }

    /// <summary>The card that it was issued in place of.</summary>
    public string? ReplacementFor { get; init; }

    /// <summary>The card that was issued in its place.</summary>
    public string? ReplacedBy { get; private set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its state changed; money moves without changing it.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }

    public string Status { get; private set; } = CardState.Active;

    /// <summary>Whether a frozen card asks merchants to try again.</summary>
    public bool IsSoftFrozen { get; private set; }

    public string? CancelReason { get; private set; }

    /// <summary>When the holder of a physical card switched it on; it works without that wherever it is not present.</summary>
    public DateTimeOffset? ActivatedAt { get; private set; }

    /// <returns>Whether it changed: a frozen card stays as it is.</returns>
    public Result<bool> Freeze(bool soft, DateTimeOffset now)
    {
        if (Status == CardState.Cancelled)
        {
            return Errors.ConflictState;
        }

        return Status == CardState.Active && Change(CardState.Frozen, soft, now);
    }

    /// <returns>Whether it changed: an active card stays as it is.</returns>
    public Result<bool> Unfreeze(DateTimeOffset now)
    {
        if (Status == CardState.Cancelled)
        {
            return Errors.ConflictState;
        }

        return Status == CardState.Frozen && Change(CardState.Active, soft: false, now);
    }

    /// <summary>Retires it for ever.</summary>
    /// <exception cref="InvalidOperationException">It is cancelled already.</exception>
    public void Cancel(string reason, DateTimeOffset now)
    {
        if (Status == CardState.Cancelled)
        {
            throw new InvalidOperationException($"{Id} is cancelled.");
        }

        CancelReason = reason;
        Change(CardState.Cancelled, soft: false, now);
    }

    /// <summary>Retires it for another card, which has its money.</summary>
    /// <param name="by">The id of that card.</param>
    /// <param name="reason">Why.</param>
    /// <param name="now">When.</param>
    public void Replace(string by, string reason, DateTimeOffset now)
    {
        Cancel(reason, now);
        ReplacedBy = by;
    }

    /// <summary>Lets it be used where it is present.</summary>
    /// <returns>Whether it changed: a card is activated once.</returns>
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

    /// <summary>Notes that it was put into a wallet.</summary>
    public void PrepareFor(string wallet, DateTimeOffset now)
    {
        if (!Wallets.Split(' ').Contains(wallet))
        {
            Wallets = $"{Wallets} {wallet}".Trim();
            UpdatedAt = now;
        }
    }

    private bool Change(string status, bool soft, DateTimeOffset now)
    {
        Status = status;
        IsSoftFrozen = soft;
        UpdatedAt = now;
        return true;
    }
}
