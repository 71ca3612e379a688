using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;

namespace Cryptocardium.Tests.Cards;

public sealed class DeclineTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 19, 7, 30, 0, TimeSpan.Zero);

    private static readonly Decline[] Reasons =
    [
        DeclineCodes.Duplicate, DeclineCodes.FrozenHard, DeclineCodes.FrozenSoft, DeclineCodes.Cancelled, DeclineCodes.Expired,
        DeclineCodes.InsufficientBalance,
    ];

    [Theory]
    [InlineData("489517", "duplicate", "94", 4)]
    [InlineData("557213", "duplicate", "94", 4)]
    [InlineData("489517", "card_frozen", "62", 1)]
    [InlineData("557213", "card_frozen", "62", 1)]
    [InlineData("489517", "card_frozen", "05", 4)]
    [InlineData("557213", "card_frozen", "05", 4)]
    [InlineData("489517", "card_cancelled", "46", 1)]
    [InlineData("557213", "card_cancelled", "78", 1)]
    [InlineData("489517", "card_expired", "54", 3)]
    [InlineData("557213", "card_expired", "54", 3)]
    [InlineData("489517", "insufficient_card_balance", "51", 2)]
    [InlineData("557213", "insufficient_card_balance", "51", 2)]
    public void Each_reason_has_its_code_and_retry_category_on_each_network(string bin, string reason, string code, int retry)
    {
        var decline = DeclineCodes.Of(reason, code);
        Assert.Equal(code, decline.CodeOn(BinCatalogue.Of(bin)));
        Assert.Equal(retry, decline.RetryCategory);
        Assert.NotEmpty(decline.Message);
    }

    [Fact]
    public void Every_reason_is_in_the_table_once_and_found_again_from_what_is_stored()
    {
        Assert.Equal(Reasons, DeclineCodes.All);
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
    public void All_failures_are_collected_in_the_documented_order(string status, bool soft, bool repeated, bool expired, string expected)
    {
        var card = new CardFacts(
            "card_1", new AccountId("acc_1"), Mode.Sandbox, BinCatalogue.Of("489517"), status, soft, expired ? Now : Now.AddTicks(1));
        var failures = AuthorizationChecks.Failures(card, repeated, Now) ?? [];
        Assert.Equal(expected, string.Join(' ', failures.Select(decline => $"{decline.Reason}/{decline.CodeOn(card.Bin)}")));
    }
}
