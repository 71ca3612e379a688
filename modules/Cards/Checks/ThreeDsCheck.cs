using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Checks;

// On some products a large purchase in a web shop must be authenticated; a payment that the merchant makes by itself cannot be.
internal sealed class ThreeDsCheck() : Check("three_ds")
{
    /// <summary>Above it, a web shop has to ask.</summary>
    public static readonly Usd Free = Usd.FromDollars(250);

    public override Decline? Failure(Authorization asked) =>
        asked.Purchase.ThreeDs == ThreeDs.Failed ? DeclineCodes.ThreeDsFailed
        : asked.Purchase.ThreeDs is null && IsAsked(asked) && asked.Purchase.Amount > Free ? DeclineCodes.ThreeDsRequired
        : null;

    public override string? Input(Authorization asked) => asked.Purchase.ThreeDs ?? $"not attempted, {asked.Purchase.Amount}";

    public override string? Threshold(Authorization asked) => IsAsked(asked) ? $"authenticated above {Free}" : null;

    public override Remedy? Remedy(Authorization asked) =>
        Checks.Remedy.Send("three_ds", ThreeDs.Authenticated, "Let the buyer authenticate the purchase by 3-D Secure.");

    private static bool IsAsked(Authorization asked) =>
        asked.Card.Bin.ThreeDs && asked.Purchase is { EntryMode: EntryMode.Ecommerce, IsRecurring: false };
}
