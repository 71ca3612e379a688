using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Checks;

// The amount that the card may spend in a period, including this purchase.
internal sealed class LimitCheck(string field, Decline decline, Func<SpendingLimits, Usd?> most, Func<Authorization, Usd> used)
    : Check(decline.Reason)
{
    public override Decline? Failure(Authorization asked) =>
        asked.Purchase.Amount > Usd.Zero && most(asked.Controls.Limits) is { } limit && Needed(asked) > limit ? decline : null;

    // A limit that is not set has no input, and none is stored for an explanation.
    public override string? Input(Authorization asked) => most(asked.Controls.Limits) is null ? null : Needed(asked).ToString();

    public override string? Threshold(Authorization asked) => most(asked.Controls.Limits)?.ToString();

    public override Remedy? Remedy(Authorization asked) =>
        new("set_card_limits", field, Needed(asked).ToString(), $"Raise {field} to {Needed(asked)}.");

    private Usd Needed(Authorization asked) => used(asked) + asked.Purchase.Amount;
}
