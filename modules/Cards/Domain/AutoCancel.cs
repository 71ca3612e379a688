namespace Cryptocardium.Cards.Domain;

/// <summary>When a card cancels itself; what comes first counts.</summary>
/// <param name="AfterCount">After so many approved purchases in all.</param>
/// <param name="At">At this moment.</param>
internal readonly record struct AutoCancel(int? AfterCount, DateTimeOffset? At)
{
    /// <summary>Whether the purchases that it was for are made.</summary>
    public bool IsSpent(Usage usage) => usage.LifetimeCount >= AfterCount;

    /// <summary>From when on the card is to be cancelled; null when nothing says so.</summary>
    public DateTimeOffset? DueAt(Usage usage) => !IsSpent(usage) ? At : At < usage.CountedAt ? At : usage.CountedAt;
}
