using Cryptocardium.Kernel;
using Cryptocardium.Ledger.Contract;

namespace Cryptocardium.Cards.Domain;

/// <summary>A purchase whose card is locked, as it stands.</summary>
/// <param name="Card">The card.</param>
/// <param name="Root">The row it began with.</param>
/// <param name="Hold">Its hold; null when it was declined or verified the account.</param>
/// <param name="Progress">How far it has come.</param>
internal sealed record OpenPurchase(CardFacts Card, CardTransaction Root, Hold? Hold, PurchaseProgress Progress)
{
    /// <summary>What is still held.</summary>
    public Usd Open => Hold?.Open ?? Usd.Zero;

    /// <summary>Why nothing can be done with its hold any more; null when something can.</summary>
    public Decline? WhyClosed =>
        Hold is null || Progress.IsOver ? DeclineCodes.LifecycleInvalid
        : Open > Usd.Zero ? null
        : Progress.Reversed > Usd.Zero ? DeclineCodes.AlreadyReversed
        : DeclineCodes.LifecycleInvalid;
}
