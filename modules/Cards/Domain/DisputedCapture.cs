using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Domain;

// What is asked of a transaction before it can be disputed.
internal sealed record DisputedCapture
{
    /// <summary>Days after the capture; Visa and Mastercard take most reasons for so long.</summary>
    public const int DaysMax = 120;

    /// <summary>What it is in the life of its purchase: a <see cref="Domain.Step"/>.</summary>
    public required string Step { get; init; }

    public required Usd Amount { get; init; }

    public required DateTimeOffset CapturedAt { get; init; }

    /// <summary>Whether 3-D Secure says that it was the holder who bought.</summary>
    public bool IsAuthenticated { get; init; }

    /// <summary>What its merchant gave back.</summary>
    public Usd Refunded { get; init; }

    /// <summary>What disputes about it have brought already.</summary>
    public Usd Won { get; init; }

    /// <summary>Whether one is open.</summary>
    public bool IsDisputed { get; init; }

    /// <summary>A transaction as a dispute looks at it, without what has come of it.</summary>
    public static DisputedCapture Of(CardTransaction transaction) => new()
    {
        Step = transaction.Step,
        Amount = transaction.Amount,
        CapturedAt = transaction.CreatedAt,
        IsAuthenticated = ThreeDs.ShiftsLiability(transaction.ThreeDs),
    };

    private Usd Left => Amount - Usd.Min(Amount, Refunded + Won);

    /// <summary>How much a dispute is about.</summary>
    /// <param name="reason">The customer's reason.</param>
    /// <param name="asked">How much of it; null for all that is left.</param>
    /// <param name="now">When it is filed.</param>
    /// <returns>The amount, or the first rule that speaks against it.</returns>
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
