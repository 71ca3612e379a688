using Cryptocardium.Cards.Checks;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;

namespace Cryptocardium.Tests.Cards;

public sealed class DeclineTests
{
    private const string Visa = "489517";
    private const string Mastercard = "557213";

    private static readonly DateTimeOffset Now = new(2026, 5, 19, 7, 30, 0, TimeSpan.Zero);

    [Fact]
    public void Every_reason_has_its_codes_and_retry_category()
    {
        Assert.Equal(
            DeclineTable.Rows.Order(),
            DeclineCodes.All
                .Select(decline => (decline.Reason, decline.CodeOn(BinCatalogue.Of(Visa)), decline.CodeOn(BinCatalogue.Of(Mastercard)), decline.RetryCategory))
                .Order());
        Assert.All(DeclineCodes.All, decline => Assert.EndsWith(".", decline.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_reason_is_found_again_from_what_is_stored()
    {
        foreach (var decline in DeclineCodes.All)
        {
            Assert.Same(decline, DeclineCodes.Of(decline.Reason, decline.Code));
            Assert.Same(decline, DeclineCodes.Of(decline.Reason, decline.MastercardCode));
        }
    }

    [Theory]
    [InlineData("active", false, false, false, "")]
    [InlineData("active", false, false, true, "card_expired/54")]
    [InlineData("frozen", false, false, false, "card_frozen/62")]
    [InlineData("frozen", true, false, false, "card_frozen/05")]
    [InlineData("frozen", false, false, true, "card_frozen/62 card_expired/54")]
    [InlineData("cancelled", false, false, false, "card_cancelled/46")]
    [InlineData("cancelled", false, false, true, "card_cancelled/46 card_expired/54")]
    [InlineData("active", false, true, false, "duplicate/94")]
    [InlineData("frozen", true, true, true, "duplicate/94 card_frozen/05 card_expired/54")]
    [InlineData("cancelled", false, true, true, "duplicate/94 card_cancelled/46 card_expired/54")]
    public void All_failures_are_collected_and_the_first_answers(string status, bool soft, bool repeated, bool expired, string expected)
    {
        var asked = Asked(Visa, status) with { IsRepeated = repeated };
        asked = asked with { Card = asked.Card with { IsSoftFrozen = soft, ExpiresAt = expired ? Now : Now.AddTicks(1) } };

        var failures = AuthorizationChecks.Explain(asked).Where(check => !check.IsPassed).Select(check => check.Decline!).ToList();

        Assert.Equal(expected, string.Join(' ', failures.Select(decline => $"{decline.Reason}/{decline.CodeOn(asked.Card.Bin)}")));
        Assert.Equal(failures.FirstOrDefault(), AuthorizationChecks.Decide(asked).Decline);
    }

    // Everything is wrong at once; then, from the front, one thing after the other is put right.
    [Fact]
    public void Checks_are_asked_in_the_documented_order()
    {
        var wrong = Asked("448585", CardState.Frozen) with { IsRepeated = true, IsReversed = true, Available = Usd.Zero };
        wrong = wrong with
        {
            Card = wrong.Card with { ExpiresAt = Now, IsActivated = false },
            Purchase = wrong.Purchase with
            {
                ForcedReason = "system_error",
                EntryMode = EntryMode.Ecommerce,
                IsCardPresent = true,
                IsRecurring = true,
                Cvv = Checked.Mismatch,
                ThreeDs = ThreeDs.Failed,
                Mcc = "6011",
            },
        };
        Func<Authorization, Authorization>[] repairs =
        [
            asked => asked with { Purchase = asked.Purchase with { ForcedReason = null } },
            asked => asked with { Purchase = asked.Purchase with { EntryMode = EntryMode.Chip } },
            asked => asked with { Purchase = asked.Purchase with { IsRecurring = false } },
            asked => asked with { IsRepeated = false },
            asked => asked with { IsReversed = false },
            asked => asked with { Card = asked.Card with { Status = CardState.Active } },
            asked => asked with { Card = asked.Card with { IsActivated = true } },
            asked => asked with { Card = asked.Card with { ExpiresAt = Now.AddTicks(1) } },
            asked => asked with { Purchase = asked.Purchase with { Cvv = Checked.Match } },
            asked => asked with { Purchase = asked.Purchase with { ThreeDs = ThreeDs.Authenticated } },
            asked => asked with { Purchase = asked.Purchase with { Mcc = "7372" } },
            asked => asked with { Available = asked.Purchase.Amount },
        ];

        var answers = new List<string>();
        foreach (var repair in repairs)
        {
            answers.Add(AuthorizationChecks.Decide(wrong).Decline!.Reason);
            wrong = repair(wrong);
        }

        Assert.Equal(
            [
                "system_error", "format_error", "transaction_invalid", "duplicate", "already_reversed", "card_frozen", "card_not_activated",
                "card_expired", "cvv_mismatch", "three_ds_failed", "cash_not_allowed", "insufficient_card_balance",
            ],
            answers);
        Assert.Null(AuthorizationChecks.Decide(wrong).Decline);
        Assert.Equal(answers.Count, AuthorizationChecks.Names.Distinct().Count());
    }

    [Theory]
    [InlineData("416842", "ecommerce", false, "250.01", null, "three_ds_required")]
    [InlineData("448585", "ecommerce", false, "250.01", null, "three_ds_required")]
    [InlineData("416842", "ecommerce", false, "250.00", null, null)]
    [InlineData("416842", "ecommerce", false, "900.00", "authenticated", null)]
    [InlineData("416842", "ecommerce", false, "900.00", "attempted", null)]
    [InlineData("416842", "ecommerce", false, "1.00", "failed", "three_ds_failed")]
    [InlineData("416842", "ecommerce", true, "900.00", null, null)]
    [InlineData("416842", "credential_on_file", false, "900.00", null, null)]
    [InlineData("416842", "key_entered", false, "900.00", null, null)]
    [InlineData("489517", "ecommerce", false, "900.00", null, null)]
    [InlineData("489517", "ecommerce", false, "900.00", "failed", "three_ds_failed")]
    public void Large_purchases_in_a_web_shop_are_authenticated_on_some_products(
        string bin, string mode, bool recurring, string amount, string? threeDs, string? reason)
    {
        var asked = Asked(bin, CardState.Active);
        asked = asked with
        {
            Purchase = asked.Purchase with { EntryMode = mode, IsRecurring = recurring, Amount = Money.Of(amount), ThreeDs = threeDs },
        };
        Assert.Equal(reason, AuthorizationChecks.Decide(asked).Decline?.Reason);
    }

    [Theory]
    [InlineData("10.00", "10.00", false, "00", "10.00")]
    [InlineData("10.00", "9.99", false, "51", "0.00")]
    [InlineData("10.00", "9.99", true, "10", "9.99")]
    [InlineData("10.00", "1.00", true, "10", "1.00")]
    [InlineData("10.00", "0.99", true, "51", "0.00")]
    [InlineData("0.50", "0.40", true, "51", "0.00")]
    [InlineData("0.00", "0.00", false, "85", "0.00")]
    [InlineData("10.00", null, false, "00", "10.00")]
    public void The_balance_decides_what_is_held(string amount, string? available, bool part, string code, string held)
    {
        var asked = Asked(Visa, CardState.Active) with { Available = available is null ? null : Money.Of(available) };
        asked = asked with { Purchase = asked.Purchase with { Amount = Money.Of(amount), IsPartialOk = part } };
        var verdict = AuthorizationChecks.Decide(asked);
        Assert.Equal((code, Money.Of(held), code == "10"), (verdict.Code, verdict.Held, verdict.IsPartial));
    }

    private static Authorization Asked(string bin, string status) => new()
    {
        Card = new CardFacts
        {
            Id = "card_1",
            Account = new AccountId("acc_1"),
            Mode = Mode.Sandbox,
            Bin = BinCatalogue.Of(bin),
            Status = status,
            ExpiresAt = Now.AddYears(1),
        },
        Purchase = new Purchase { Amount = Money.Of("42.95"), MerchantName = "OpenAI", Mcc = "7372" },
        Now = Now,
    };
}
