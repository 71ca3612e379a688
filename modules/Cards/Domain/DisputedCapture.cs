using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Domain;

// The rules that a transaction must meet to be disputed.
internal sealed record DisputedCapture
{
    /// <summary>The days after the capture within which Visa and Mastercard accept most reasons.</summary>
    public const int DaysMax = 120;

    /// <summary>The transaction's <see cref="Domain.Step"/>.</summary>
    public required string Step { get; init; }

    public required Usd Amount { get; init; }

    public required DateTimeOffset CapturedAt { get; init; }

    /// <summary>Whether 3-D Secure authenticated the holder.</summary>
    public bool IsAuthenticated { get; init; }

    /// <summary>The amount refunded by the merchant.</summary>
    public Usd Refunded { get; init; }

    /// <summary>The amount won by earlier disputes.</summary>
    public Usd Won { get; init; }

    /// <summary>Whether a dispute is open.</summary>
    public bool IsDisputed { get; init; }

    /// <summary>Reads a transaction; the caller adds refunds and disputes.</summary>
    public static DisputedCapture Of(CardTransaction transaction) => new()
    {
        Step = transaction.Step,
        Amount = transaction.Amount,
        CapturedAt = transaction.CreatedAt,
        IsAuthenticated = ThreeDs.ShiftsLiability(transaction.ThreeDs),
    };

    private Usd Left => Amount - Usd.Min(Amount, Refunded + Won);

    /// <summary>The amount that can be disputed.</summary>
    /// <param name="reason">The customer's reason.</param>
    /// <param name="asked">The requested amount; null for the whole rest.</param>
    /// <param name="now">The time of filing.</param>
    /// <returns>The amount, or the first violated rule.</returns>
    public Result<Usd> Disputable(string reason, Usd? asked, DateTimeOffset now)
    {
        if (Step is not (Domain.Step.Capture or Domain.Step.ForcedCapture) || Amount == Usd.Zero)
        {
            return Errors.TransactionNotDisputable;
        }

        if (now > CapturedAt.AddDays(DaysMax))
        {
            return Errors.DisputeWindowClosed;
        }

        if (IsDisputed)
        {
            return Errors.DisputeAlreadyOpen;
        }

        if (Refunded >= Amount)
        {
            return Errors.TransactionRefunded;
        }

        if (reason == DisputeCode.Fraud && IsAuthenticated)
        {
            return Errors.LiabilityShift;
        }

        var amount = asked ?? Left;
        return amount > Left || Left == Usd.Zero
            ? new Error(Errors.DisputeAmountTooLarge) { Param = asked is null ? "transaction_id" : "amount_usd", Required = amount, Available = Left }
            : amount;
    }
}
