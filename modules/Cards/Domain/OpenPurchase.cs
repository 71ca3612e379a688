using Cryptocardium.Kernel;
using Cryptocardium.Ledger.Contract;

namespace Cryptocardium.Cards.Domain;

/// <summary>A purchase with its locked card and its current amounts.</summary>
/// <param name="Card">The locked card.</param>
/// <param name="Root">The first row of the purchase.</param>
/// <param name="Hold">The hold; null for a declined purchase and an account verification.</param>
/// <param name="Progress">The amounts so far.</param>
internal sealed record OpenPurchase(CardFacts Card, CardTransaction Root, Hold? Hold, PurchaseProgress Progress)
{
    /// <summary>The open amount of the hold.</summary>
    public Usd Open => Hold?.Open ?? Usd.Zero;

    /// <summary>The reason why the hold cannot be used any more; null while it is open.</summary>
    public Decline? ClosedReason =>
        Hold is null || Progress.IsOver ? DeclineCodes.LifecycleInvalid
        : Open > Usd.Zero ? null
        : Progress.Reversed > Usd.Zero ? DeclineCodes.AlreadyReversed
        : DeclineCodes.LifecycleInvalid;
}
