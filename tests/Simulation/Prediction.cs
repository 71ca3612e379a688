using Cryptocardium.Tests.Simulation.Model;

namespace Cryptocardium.Tests.Simulation;

/// <summary>The response that the model expects.</summary>
/// <param name="Status">The status.</param>
/// <param name="Code">The error's code; empty for a success.</param>
internal readonly record struct Prediction(int Status, string Code = "")
{
    public static readonly Prediction Ok = new(200);
    public static readonly Prediction Created = new(201);
    public static readonly Prediction NotFound = new(404, "resource_not_found");
    public static readonly Prediction ConflictState = new(409, "conflict_state");
    public static readonly Prediction AmountTooSmall = new(422, "amount_too_small");
    public static readonly Prediction RefundExceedsCapture = new(422, "refund_exceeds_capture");
    public static readonly Prediction TopupLimit = new(422, "topup_limit_reached");
    public static readonly Prediction ModeNotAllowed = new(403, "mode_not_allowed");
    public static readonly Prediction TreasuryTooSmall = new(403, "insufficient_treasury_balance");
    public static readonly Prediction CardTooSmall = new(403, "insufficient_card_balance");

    public static readonly Prediction AddressInvalid = new(422, "invalid_address");
    public static readonly Prediction AddressBlocked = new(422, "address_blocked");
    public static readonly Prediction BelowNetworkFee = new(422, "amount_below_network_fee");
    public static readonly Prediction DisputeOpen = new(422, "dispute_already_open");
    public static readonly Prediction TransactionRefunded = new(422, "transaction_refunded");
    public static readonly Prediction DisputeTooLarge = new(422, "dispute_amount_too_large");
    public static readonly Prediction InArrears = new(409, "account_in_arrears");

    public bool IsRefusal => Code.Length > 0;

    /// <summary>Requires the expected response.</summary>
    public void Fits(Answer answer) => Assert.True(
        (int)answer.Status == Status && answer.Code == Code, $"The model says {Status} {Code}; the answer is {answer}");

    /// <summary>Requires an amount in a response.</summary>
    public static void Amount(Answer answer, string member, long expected) => Assert.True(
        answer.Money(member) == Money.Text(expected), $"The model says {member} {Money.Text(expected)}; the answer is {answer}");
}
