using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;

namespace Cryptocardium.Tests.Cards;

public sealed class CardTests
{
    private static readonly DateTimeOffset Issued = new(2026, 5, 19, 7, 30, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Later = Issued.AddHours(1);

    // Columns: status before, action, whether the status changes (null for a refusal), status after.
    [Theory]
    [InlineData("active", "freeze", true, "frozen")]
    [InlineData("frozen", "freeze", false, "frozen")]
    [InlineData("cancelled", "freeze", null, "cancelled")]
    [InlineData("active", "unfreeze", false, "active")]
    [InlineData("frozen", "unfreeze", true, "active")]
    [InlineData("cancelled", "unfreeze", null, "cancelled")]
    public void States_change_as_documented(string from, string action, bool? changes, string to)
    {
        var card = In(from);
        var result = action == "freeze" ? card.Freeze(DeclineAs.Final, Later) : card.Unfreeze(Later);
        Assert.Equal(changes is null ? Errors.ConflictState : null, result.Error?.Kind);
        Assert.Equal(changes ?? false, result.Error is null && result.Value);
        Assert.Equal(to, card.Status);
        Assert.Equal(changes is true ? Later : Issued, card.UpdatedAt);
    }

    [Fact]
    public void A_second_freeze_does_not_change_the_first()
    {
        var card = In("frozen");
        Assert.False(card.Freeze(DeclineAs.Retryable, Later).Value);
        Assert.Equal(DeclineAs.Final, card.DeclineAs);
    }

    [Fact]
    public void Unfreezing_ends_the_kind_of_decline()
    {
        var card = In("active");
        card.Freeze(DeclineAs.Retryable, Later);
        Assert.Equal(DeclineAs.Retryable, card.DeclineAs);
        card.Unfreeze(Later);
        Assert.Null(card.DeclineAs);
    }

    [Fact]
    public void A_card_is_cancelled_once() => Assert.Throws<InvalidOperationException>(() => In("cancelled").Cancel("lost", Later));

    private static Card In(string status)
    {
        var card = new Card
        {
            Id = "card_1",
            AccountId = new AccountId("acc_1"),
            Mode = Mode.Sandbox,
            Type = "virtual",
            Bin = "489517",
            Last4 = "4218",
            ExpiresAt = Expiry.Of(Issued),
            Metadata = "{}",
            Wallets = "",
            CreatedAt = Issued,
            UpdatedAt = Issued,
        };
        if (status == "frozen")
        {
            card.Freeze(DeclineAs.Final, Issued);
        }
        else if (status == "cancelled")
        {
            card.Cancel("lost", Issued);
        }

        return card;
    }
}
