using Cryptocardium.Cards.Domain;

namespace Cryptocardium.Cards.Checks;

// A simulation can request any decline, also those that only a real network or cardholder causes.
internal sealed class SimulationCheck() : Check("simulation")
{
    public override Decline? Failure(Authorization asked) =>
        asked.Purchase.ForcedReason is { } reason ? DeclineCodes.Of(reason) : null;

    public override string? Input(Authorization asked) => asked.Purchase.ForcedReason;

    public override Remedy? Remedy(Authorization asked) =>
        Checks.Remedy.LeaveOut("force_decline_reason", "Send the purchase without force_decline_reason.");
}
