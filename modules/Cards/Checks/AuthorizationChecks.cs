using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Checks;

// All checks of a purchase in their documented order, and the decision that follows from them. A purchase, a preview and an explanation
// with the same facts have the same result.
internal static class AuthorizationChecks
{
    private static readonly Check[] InOrder =
    [
        new SimulationCheck(),
        new IssuerCheck(),
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
        new CountryCheck(isDeny: true),
        new CountryCheck(isDeny: false),
        new MccCheck(isDeny: true),
        new MccCheck(isDeny: false),
        new SingleUseCheck(),
        new CountCheck("daily_count_limit", limits => limits.DailyCount, usage => usage.DayCount),
        new CountCheck("weekly_count_limit", limits => limits.WeeklyCount, usage => usage.WeekCount),
        new CountCheck("monthly_count_limit", limits => limits.MonthlyCount, usage => usage.MonthCount),
        new CountCheck("yearly_count_limit", limits => limits.YearlyCount, usage => usage.YearCount),
        new CountCheck("lifetime_count_limit", limits => limits.LifetimeCount, usage => usage.LifetimeCount),
        new LimitCheck("per_transaction_usd", DeclineCodes.PerTransactionLimit, limits => limits.PerTransaction, asked => asked.Before ?? Usd.Zero),
        new LimitCheck("daily_usd", DeclineCodes.DailyLimit, limits => limits.Daily, asked => asked.Usage.Day),
        new LimitCheck("weekly_usd", DeclineCodes.WeeklyLimit, limits => limits.Weekly, asked => asked.Usage.Week),
        new LimitCheck("monthly_usd", DeclineCodes.MonthlyLimit, limits => limits.Monthly, asked => asked.Usage.Month),
        new LimitCheck("yearly_usd", DeclineCodes.YearlyLimit, limits => limits.Yearly, asked => asked.Usage.Year),
        new LimitCheck("lifetime_usd", DeclineCodes.LifetimeLimit, limits => limits.Lifetime, asked => asked.Usage.Lifetime),
        new BalanceCheck(),
    ];

    /// <summary>The names of the checks, in order.</summary>
    public static IEnumerable<string> Names => InOrder.Select(check => check.Name);

    /// <summary>Decides a purchase. The balance is checked only if the facts have one.</summary>
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

    /// <summary>The results of all checks; the first failure is the decline.</summary>
    public static IReadOnlyList<CheckResult> Explain(Authorization asked) => [.. InOrder.Select(check => Explain(check, asked))];

    private static CheckResult Explain(Check check, Authorization asked)
    {
        var decline = check.Failure(asked);
        return new CheckResult(
            check.Name, check.Input(asked), check.Threshold(asked), decline, decline is null ? null : check.Remedy(asked));
    }
}
