using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Checks;

// Some products require authentication of large e-commerce purchases. Recurring payments cannot be authenticated.
internal sealed class ThreeDsCheck() : Check("three_ds")
{
    public override Decline? Failure(Authorization asked) =>
        asked.Purchase.ThreeDs == ThreeDs.Failed ? DeclineCodes.ThreeDsFailed
        : asked.Purchase.ThreeDs is null && asked.Purchase.Amount > RequiredAbove(asked) ? DeclineCodes.ThreeDsRequired
        : null;

    public override string? Input(Authorization asked) => asked.Purchase.ThreeDs ?? $"not attempted, {asked.Purchase.Amount}";

    public override string? Threshold(Authorization asked) => RequiredAbove(asked) is { } above ? $"authenticated above {above}" : null;

    public override Remedy? Remedy(Authorization asked) =>
        Checks.Remedy.Send("three_ds_result", ThreeDs.Authenticated, "Let the buyer authenticate the purchase by 3-D Secure.");

    private static Usd? RequiredAbove(Authorization asked) =>
        asked.Purchase is { EntryMode: EntryMode.Ecommerce, IsRecurring: false } ? asked.Card.Bin.ThreeDsRequiredAbove : null;
}
