namespace Cryptocardium.Cards.Domain;

/// <summary>The conditions of automatic cancellation; the first one to apply cancels the card.</summary>
/// <param name="AfterPurchases">The number of approved purchases after which the card is cancelled.</param>
/// <param name="At">The time at which the card is cancelled.</param>
internal readonly record struct AutoCancel(int? AfterPurchases, DateTimeOffset? At)
{
    /// <summary>Whether the card has made its number of purchases.</summary>
    public bool IsSpent(Usage usage) => usage.LifetimeCount >= AfterPurchases;

    /// <summary>The time from which the card is to be cancelled; null when no condition sets one.</summary>
    public DateTimeOffset? DueAt(Usage usage) => !IsSpent(usage) ? At : At < usage.CountedAt ? At : usage.CountedAt;
}
