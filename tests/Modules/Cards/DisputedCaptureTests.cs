using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;

namespace Cryptocardium.Tests.Cards;

// The rules in the order in which they are checked. Each row breaks the expected rule and all rules after it.
public sealed class DisputedCaptureTests
{
    private static readonly DateTimeOffset Captured = new(2026, 5, 19, 7, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("authorization", "transaction_not_disputable")]
    [InlineData("increment", "transaction_not_disputable")]
    [InlineData("advice", "transaction_not_disputable")]
    [InlineData("reversal", "transaction_not_disputable")]
    [InlineData("expiry", "transaction_not_disputable")]
    [InlineData("refund", "transaction_not_disputable")]
    [InlineData("refund_reversal", "transaction_not_disputable")]
    [InlineData("capture empty", "transaction_not_disputable")]
    [InlineData("capture late disputed returned authenticated", "dispute_window_closed")]
    [InlineData("capture disputed returned authenticated", "dispute_already_open")]
    [InlineData("capture returned authenticated", "transaction_refunded")]
    [InlineData("capture authenticated too-much", "liability_shift")]
    [InlineData("capture too-much", "dispute_amount_too_large")]
    [InlineData("capture won", "dispute_amount_too_large")]
    [InlineData("capture", null)]
    [InlineData("force_capture", null)]
    public void The_first_rule_that_is_broken_answers(string facts, string? code)
    {
        var words = facts.Split(' ');
        var capture = Of(words) with { Type = words[0] };
        var late = words.Contains("late") ? TimeSpan.FromMilliseconds(1) : TimeSpan.Zero;
        Usd? asked = words.Contains("too-much") ? Money.Of("100.01") : null;

        var result = capture.Disputable("fraud", asked, Captured.AddDays(120) + late);

        Assert.Equal(code, result.Error?.Kind.Code);
    }

    [Theory]
    [InlineData("100", "0", "0", null, "100.00")]
    [InlineData("100", "30", "0", null, "70.00")]
    [InlineData("100", "30", "20", null, "50.00")]
    [InlineData("100", "0", "0", "0.01", "0.01")]
    [InlineData("100", "30", "20", "50", "50.00")]
    [InlineData("100", "30", "20", "50.01", "over 50.00")]
    [InlineData("100", "60", "60", null, "over 0.00")]
    public void A_refunded_or_won_amount_is_not_disputed_again(string amount, string refunded, string won, string? asked, string expected)
    {
        var capture = Of([]) with { Amount = Money.Of(amount), Refunded = Money.Of(refunded), Won = Money.Of(won) };

        var result = capture.Disputable("duplicate", asked is null ? null : Money.Of(asked), Captured);

        Assert.Equal(expected, result.Refused(out var error) ? $"over {error.Available}" : $"{result.Value}");
    }

    [Fact]
    public void Authentication_speaks_against_fraud_alone() =>
        Assert.Null(Of(["authenticated"]).Disputable("not_received", null, Captured).Error);

    private static DisputedCapture Of(string[] facts) => new()
    {
        Type = "capture",
        Amount = facts.Contains("empty") ? Usd.Zero : Money.Of("100"),
        CapturedAt = Captured,
        IsAuthenticated = facts.Contains("authenticated"),
        Refunded = facts.Contains("returned") ? Money.Of("100") : Usd.Zero,
        Won = facts.Contains("won") ? Money.Of("100") : Usd.Zero,
        IsDisputed = facts.Contains("disputed"),
    };
}
