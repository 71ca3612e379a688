using System.Globalization;
using Cryptocardium.Cards.Domain;

namespace Cryptocardium.Cards.Checks;

// A card with automatic cancellation after a number of purchases declines all others, until a job cancels it.
internal sealed class SingleUseCheck() : Check("single_use")
{
    public override Decline? Failure(Authorization asked) =>
        asked.IsPurchase && asked.Controls.AutoCancel.IsSpent(asked.Usage) ? DeclineCodes.SingleUseSpent : null;

    public override string? Input(Authorization asked) =>
        asked.Controls.AutoCancel.AfterPurchases is null ? null : Text(asked.Usage.LifetimeCount + 1);

    public override string? Threshold(Authorization asked) => asked.Controls.AutoCancel.AfterPurchases is { } most ? Text(most) : null;

    public override Remedy? Remedy(Authorization asked)
    {
        var count = Text(asked.Usage.LifetimeCount + 1);
        return new Remedy("update_card", "auto_cancel.after_purchases", count, $"Let the card make {count} purchases before it cancels itself.");
    }

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
