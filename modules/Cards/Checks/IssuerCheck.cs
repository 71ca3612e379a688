using Cryptocardium.Cards.Domain;

namespace Cryptocardium.Cards.Checks;

// During an outage the network cannot reach the issuer and declines itself.
internal sealed class IssuerCheck() : Check("issuer")
{
    public override Decline? Failure(Authorization asked) => asked.IsOutage ? DeclineCodes.IssuerUnavailable : null;

    public override string? Input(Authorization asked) => asked.IsOutage ? "outage" : null;

    public override Remedy? Remedy(Authorization asked) =>
        new("remove_fault", null, null, "Wait for the end of the outage, or remove the fault.");
}
