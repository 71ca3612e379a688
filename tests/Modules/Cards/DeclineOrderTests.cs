using Cryptocardium.Cards.Checks;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using static Cryptocardium.Tests.Cards.AskedFacts;

namespace Cryptocardium.Tests.Cards;

// Starts with a purchase that fails every check and repairs one check after the other, in the documented order.
public sealed class DeclineOrderTests
{
    // The expected decline reason and the repair.
    private static readonly (string Reason, Func<Authorization, Authorization> Repair)[] InOrder =
    [
        ("system_error", asked => asked with { Purchase = asked.Purchase with { ForcedReason = null } }),
        ("issuer_unavailable", asked => asked with { IsOutage = false }),
        ("format_error", asked => asked with { Purchase = asked.Purchase with { EntryMode = EntryMode.Chip } }),
        ("transaction_invalid", asked => asked with { Purchase = asked.Purchase with { IsRecurring = false } }),
        ("duplicate", asked => asked with { IsRepeated = false }),
        ("already_reversed", asked => asked with { IsReversed = false }),
        ("card_frozen", asked => asked with { Card = asked.Card with { Status = CardState.Active } }),
        ("card_not_activated", asked => asked with { Card = asked.Card with { IsActivated = true } }),
        ("card_expired", asked => asked with { Card = asked.Card with { ExpiresAt = Now.AddTicks(1) } }),
        ("cvv_mismatch", asked => asked with { Purchase = asked.Purchase with { Cvv = VerificationResult.Match } }),
        ("three_ds_failed", asked => asked with { Purchase = asked.Purchase with { ThreeDs = ThreeDs.Authenticated } }),
        ("cash_not_allowed", asked => asked with { Purchase = asked.Purchase with { Mcc = "7372" } }),
        ("country_not_allowed", asked => Allow(asked, controls => controls with { Geo = controls.Geo with { Deny = "" } })),
        ("country_not_allowed", asked => Allow(asked, controls => controls with { Geo = AllowDeny.None })),
        ("mcc_not_allowed", asked => Allow(asked, controls => controls with { Mcc = controls.Mcc with { Deny = "" } })),
        ("mcc_not_allowed", asked => Allow(asked, controls => controls with { Mcc = AllowDeny.None })),
        ("single_use_spent", asked => Allow(asked, controls => controls with { AutoCancel = default })),
        ("transaction_count_limit", asked => Limit(asked, limits => limits with { DailyCount = null })),
        ("transaction_count_limit", asked => Limit(asked, limits => limits with { WeeklyCount = null })),
        ("transaction_count_limit", asked => Limit(asked, limits => limits with { MonthlyCount = null })),
        ("transaction_count_limit", asked => Limit(asked, limits => limits with { YearlyCount = null })),
        ("transaction_count_limit", asked => Limit(asked, limits => limits with { LifetimeCount = null })),
        ("per_transaction_limit", asked => Limit(asked, limits => limits with { PerTransaction = null })),
        ("daily_limit", asked => Limit(asked, limits => limits with { Daily = null })),
        ("weekly_limit", asked => Limit(asked, limits => limits with { Weekly = null })),
        ("monthly_limit", asked => Limit(asked, limits => limits with { Monthly = null })),
        ("yearly_limit", asked => Limit(asked, limits => limits with { Yearly = null })),
        ("lifetime_limit", asked => Limit(asked, limits => limits with { Lifetime = null })),
        ("insufficient_card_balance", asked => asked with { Available = asked.Purchase.Amount }),
    ];

    [Fact]
    public void Checks_are_asked_in_the_documented_order()
    {
        var asked = Wrong();
        foreach (var (reason, repair) in InOrder)
        {
            Assert.Equal(reason, AuthorizationChecks.Decide(asked).Decline!.Reason);
            asked = repair(asked);
        }

        Assert.Null(AuthorizationChecks.Decide(asked).Decline);
        Assert.Equal(InOrder.Length, AuthorizationChecks.Names.Distinct().Count());
    }

    [Fact]
    public void The_contract_lists_the_names_of_the_checks_in_their_order() => Assert.Equal(
        ContractValues.Of("AuthorizationCheckName").Where(name => name != "lifecycle"), AuthorizationChecks.Names);

    private static Authorization Wrong()
    {
        var wrong = Asked("448585", CardState.Frozen) with { IsOutage = true, IsRepeated = true, IsReversed = true, Available = Usd.Zero };
        return wrong with
        {
            Card = wrong.Card with { ExpiresAt = Now, IsActivated = false },
            Purchase = wrong.Purchase with
            {
                ForcedReason = "system_error",
                EntryMode = EntryMode.Ecommerce,
                IsCardPresent = true,
                IsRecurring = true,
                Cvv = VerificationResult.Mismatch,
                ThreeDs = ThreeDs.Failed,
                Mcc = "6011",
                MerchantCountry = "KP",
            },
            Controls = new CardControls
            {
                Geo = new AllowDeny("GB", "KP"),
                Mcc = new AllowDeny("5411", "7372"),
                AutoCancel = new AutoCancel(1, null),
                Limits = new SpendingLimits
                {
                    PerTransaction = Usd.Zero,
                    Daily = Usd.Zero,
                    Weekly = Usd.Zero,
                    Monthly = Usd.Zero,
                    Yearly = Usd.Zero,
                    Lifetime = Usd.Zero,
                    DailyCount = 1,
                    WeeklyCount = 1,
                    MonthlyCount = 1,
                    YearlyCount = 1,
                    LifetimeCount = 1,
                },
            },
            Usage = Usage.None.Spend(Money.Of("1.00"), purchases: 1, Now),
        };
    }

    private static Authorization Allow(Authorization asked, Func<CardControls, CardControls> repair) =>
        asked with { Controls = repair(asked.Controls) };

    private static Authorization Limit(Authorization asked, Func<SpendingLimits, SpendingLimits> repair) =>
        Allow(asked, controls => controls with { Limits = repair(controls.Limits) });
}
