using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Domain;

// The rules that a transaction must meet to be disputed.
internal sealed record DisputedCapture
{
    /// <summary>The days after the capture within which Visa and Mastercard accept most reasons.</summary>
    public const int DaysMax = 120;

    private const string Transaction = "transaction_id";

    /// <summary>The transaction's <see cref="TransactionTypes"/>.</summary>
    public required string Type { get; init; }

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
        Type = transaction.Type,
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
        if (Type is not (TransactionTypes.Capture or TransactionTypes.ForceCapture) || Amount == Usd.Zero)
        {
            return new Error(Errors.TransactionNotDisputable)
            {
                Param = Transaction,
                Hint = $"The transaction is of type {Type}; a capture or force_capture can be disputed.",
            };
        }

        if (now > CapturedAt.AddDays(DaysMax))
        {
            return new Error(Errors.DisputeWindowClosed) { Param = Transaction, Hint = $"A capture can be disputed for {DaysMax} days." };
        }

        if (IsDisputed)
        {
            return new Error(Errors.DisputeAlreadyOpen) { Param = Transaction, Hint = "Add evidence to the open dispute, or withdraw it." };
        }

        if (Refunded >= Amount)
        {
            return new Error(Errors.TransactionRefunded) { Param = Transaction };
        }

        if (reason == DisputeCode.Fraud && IsAuthenticated)
        {
            return new Error(Errors.LiabilityShift) { Param = "reason", Hint = "Choose another reason than fraud." };
        }

        var amount = asked ?? Left;
        return amount > Left || Left == Usd.Zero
            ? new Error(Errors.DisputeAmountTooLarge) { Param = asked is null ? Transaction : "amount_usd", Required = amount, Available = Left }
            : amount;
    }
}
