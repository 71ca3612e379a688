using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Checks;

// Some products require authentication of large e-commerce purchases. Recurring payments cannot be authenticated.
internal sealed class ThreeDsCheck() : Check("three_ds")
{
    /// <summary>The amount above which an e-commerce purchase must be authenticated.</summary>
    public static readonly Usd Free = Usd.FromDollars(250);

    public override Decline? Failure(Authorization asked) =>
        asked.Purchase.ThreeDs == ThreeDs.Failed ? DeclineCodes.ThreeDsFailed
        : asked.Purchase.ThreeDs is null && IsAsked(asked) && asked.Purchase.Amount > Free ? DeclineCodes.ThreeDsRequired
        : null;

    public override string? Input(Authorization asked) => asked.Purchase.ThreeDs ?? $"not attempted, {asked.Purchase.Amount}";

    public override string? Threshold(Authorization asked) => IsAsked(asked) ? $"authenticated above {Free}" : null;

    public override Remedy? Remedy(Authorization asked) =>
        Checks.Remedy.Send("three_ds_result", ThreeDs.Authenticated, "Let the buyer authenticate the purchase by 3-D Secure.");

    private static bool IsAsked(Authorization asked) =>
        asked.Card.Bin.ThreeDs && asked.Purchase is { EntryMode: EntryMode.Ecommerce, IsRecurring: false };
}
