using Cryptocardium.Cards.Domain;

namespace Cryptocardium.Cards.Checks;

// Networks do not preserve the order of messages, so a reversal can arrive before its purchase.
internal sealed class ReversedBeforeCheck() : Check("reversed_before")
{
    public override Decline? Failure(Authorization asked) => asked.IsReversed ? DeclineCodes.AlreadyReversed : null;

    public override string? Input(Authorization asked) => asked.Purchase.NetworkReference;

    public override string? Threshold(Authorization asked) => asked.Purchase.NetworkReference is null ? null : "no reversal within 24 hours before";

    public override Remedy? Remedy(Authorization asked) => Checks.Remedy.OwnReference;
}
