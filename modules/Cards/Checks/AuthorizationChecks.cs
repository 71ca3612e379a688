using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Checks;

// What is asked of a purchase, in the one order in which it is asked, and the decision that follows: a function of the facts, the
// same for a purchase, a preview and an explanation.
internal static class AuthorizationChecks
{
    // A control of the holder (country, category, use count, limits) stands between the compliance of the purchase and the balance.
    private static readonly Check[] InOrder =
    [
        new SimulationCheck(),
        new FormatCheck(),
        new TransactionCheck(),
        new DuplicateCheck(),
        new ReversedBeforeCheck(),
        new CardStateCheck(),
        new ActivationCheck(),
        new ExpiryCheck(),
        new CvvCheck(),
        new ThreeDsCheck(),
        new CashCheck(),
        new BalanceCheck(),
    ];

    /// <summary>The names, in order.</summary>
    public static IEnumerable<string> Names => InOrder.Select(check => check.Name);

    /// <summary>What becomes of a purchase. Whether there is money is judged only when the facts say how much there is.</summary>
    public static Verdict Decide(Authorization asked)
    {
        foreach (var check in InOrder)
        {
            if (check.Failure(asked) is { } decline)
            {
                return new Verdict(decline, decline.CodeOn(asked.Card.Bin), Usd.Zero, IsPartial: false);
            }
        }

        var amount = asked.Purchase.Amount;
        return amount == Usd.Zero ? new Verdict(null, DeclineCodes.Verified, Usd.Zero, IsPartial: false)
            : asked.Available is { } available && available < amount ? new Verdict(null, DeclineCodes.ApprovedInPart, available, IsPartial: true)
            : new Verdict(null, DeclineCodes.Approved, amount, IsPartial: false);
    }

    /// <summary>What every check found: all failures, the first of which is the answer.</summary>
    public static IReadOnlyList<CheckResult> Explain(Authorization asked) => [.. InOrder.Select(check => Explain(check, asked))];

    private static CheckResult Explain(Check check, Authorization asked)
    {
        var decline = check.Failure(asked);
        return new CheckResult(
            check.Name, check.Input(asked), check.Threshold(asked), decline, decline is null ? null : check.Remedy(asked));
    }
}
