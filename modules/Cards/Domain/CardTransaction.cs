using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Cards.Domain;

// One step in the life of a purchase. Rows are added and never changed.
internal sealed record CardTransaction : IOfCard
{
    public required string Id { get; init; }

    public required AccountId AccountId { get; init; }

    public required Mode Mode { get; init; }

    public required string CardId { get; init; }

    /// <summary>The purchase; null for what stands for itself, such as a refund without one.</summary>
    public string? AuthorizationId { get; init; }

    public string? ParentId { get; init; }

    public required string Step { get; init; }

    public required string Status { get; init; }

    public required Usd Amount { get; init; }

    /// <summary>By how much the purchase's hold grew, negative when it shrank. Over all steps this is what is held.</summary>
    public Usd HoldChange { get; init; }

    public required string MerchantName { get; init; }

    public required string Mcc { get; init; }

    public string? MerchantCountry { get; init; }

    public string? MerchantId { get; init; }

    /// <summary>In the smallest units of the merchant's currency; null for dollars.</summary>
    public long? MerchantAmount { get; init; }

    public string? MerchantCurrency { get; init; }

    /// <summary>Billionths of a dollar for one unit of that currency.</summary>
    public long? FxRate { get; init; }

    public Usd? FxMarkup { get; init; }

    public string? Cvv { get; init; }

    public string? Avs { get; init; }

    public string? ThreeDs { get; init; }

    /// <summary>The electronic commerce indicator, where 3-D Secure was attempted.</summary>
    public string? Eci { get; init; }

    public required string AuthResponseCode { get; init; }

    public string? DeclineReason { get; init; }

    public string? ReversalReason { get; init; }

    public string? NetworkReference { get; init; }

    public bool IsPartial { get; init; }

    /// <summary>Whether nothing is held for the purchase from here on.</summary>
    public bool IsFinal { get; init; }

    public Usd? Overcapture { get; init; }

    public bool IsToleranceExceeded { get; init; }

    /// <summary>What the decision was made from and the row does not say: <see cref="DecisionFacts"/> as JSON.</summary>
    public string? Facts { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>A step that follows this one: the same purchase, and nothing of what this step did.</summary>
    /// <param name="id">The new step's id.</param>
    /// <param name="step">What it is.</param>
    /// <param name="status">What it does.</param>
    /// <param name="amount">Its amount.</param>
    /// <param name="now">When it happens.</param>
    public CardTransaction Next(string id, string step, string status, Usd amount, DateTimeOffset now) => this with
    {
        Id = id,
        ParentId = Id,
        Step = step,
        Status = status,
        Amount = amount,
        HoldChange = Usd.Zero,
        MerchantAmount = null,
        MerchantCurrency = null,
        FxRate = null,
        FxMarkup = null,
        AuthResponseCode = DeclineCodes.Approved,
        DeclineReason = null,
        ReversalReason = null,
        IsPartial = false,
        IsFinal = false,
        Overcapture = null,
        IsToleranceExceeded = false,
        Facts = null,
        CreatedAt = now,
    };

    /// <summary>A message about this step that is refused; nothing moves.</summary>
    /// <param name="id">The new step's id.</param>
    /// <param name="step">What it was.</param>
    /// <param name="amount">What it asked for.</param>
    /// <param name="code">ISO 8583 field 39.</param>
    /// <param name="decline">Why.</param>
    /// <param name="now">When it came.</param>
    public CardTransaction Refused(string id, string step, Usd amount, string code, Decline decline, DateTimeOffset now) =>
        Next(id, step, TransactionState.Declined, amount, now) with { AuthResponseCode = code, DeclineReason = decline.Reason };
}
