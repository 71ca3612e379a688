using Cryptocardium.Cards.Checks;
using Cryptocardium.Cards.Domain;
using static Cryptocardium.Tests.Cards.AskedFacts;

namespace Cryptocardium.Tests.Cards;

public sealed class DeclineTests
{
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
    public void All_failures_are_collected_and_the_first_answers(string status, bool retryable, bool repeated, bool expired, string expected)
    {
        var asked = Asked(Visa, status) with { IsRepeated = repeated };
        var declineAs = retryable ? DeclineAs.Retryable : DeclineAs.Final;
        asked = asked with { Card = asked.Card with { DeclineAs = declineAs, ExpiresAt = expired ? Now : Now.AddTicks(1) } };

        var failures = AuthorizationChecks.Explain(asked).Where(check => !check.IsPassed).Select(check => check.Decline!).ToList();

        Assert.Equal(expected, string.Join(' ', failures.Select(decline => $"{decline.Reason}/{decline.CodeOn(asked.Card.Bin)}")));
        Assert.Equal(failures.FirstOrDefault(), AuthorizationChecks.Decide(asked).Decline);
    }
}
