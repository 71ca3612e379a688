using Cryptocardium.Cards.Checks;
using Cryptocardium.Cards.Domain;
using static Cryptocardium.Tests.Cards.AskedFacts;

namespace Cryptocardium.Tests.Cards;

// Decisions on purchases that pass all checks except those on the amount.
public sealed class VerdictTests
{
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
}
