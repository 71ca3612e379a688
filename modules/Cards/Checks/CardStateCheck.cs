using Cryptocardium.Cards.Domain;

namespace Cryptocardium.Cards.Checks;

internal sealed class CardStateCheck() : Check("card_state")
{
    public override Decline? Failure(Authorization asked) => asked.Card.Status switch
    {
        CardState.Frozen => asked.Card.DeclineAs == DeclineAs.Retryable ? DeclineCodes.FrozenRetryable : DeclineCodes.FrozenFinal,
        CardState.Cancelled => asked.Card.CancelReason switch
        {
            CancelReasons.Lost => DeclineCodes.Lost,
            CancelReasons.Stolen => DeclineCodes.Stolen,
            CancelReasons.Expired => DeclineCodes.Expired,
            _ => DeclineCodes.Cancelled,
        },
        _ => null,
    };

    public override string? Input(Authorization asked) => asked.Card.Status;

    public override string? Threshold(Authorization asked) => CardState.Active;

    public override Remedy? Remedy(Authorization asked) => asked.Card.Status == CardState.Frozen
        ? new Remedy("unfreeze_card", null, null, "Unfreeze the card.")
        : null;
}
