using Cryptocardium.Cards.Domain;

namespace Cryptocardium.Cards.Checks;

// A card that is stolen from the mail must not work at a terminal.
internal sealed class ActivationCheck() : Check("card_activation")
{
    public override Decline? Failure(Authorization asked) =>
        asked.Purchase.IsCardPresent && !asked.Card.IsActivated ? DeclineCodes.NotActivated : null;

    public override string? Input(Authorization asked) => asked.Card.IsActivated ? "activated" : "not activated";

    public override string? Threshold(Authorization asked) => asked.Purchase.IsCardPresent ? "activated" : null;

    public override Remedy? Remedy(Authorization asked) => new("activate_card", null, null, "Activate the card, which it can be once it is shipped.");
}
