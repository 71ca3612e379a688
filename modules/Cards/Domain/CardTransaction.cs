using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Cards.Domain;

// One step of a purchase. Rows are added and never changed.
internal sealed record CardTransaction : IOfCard
{
    public required string Id { get; init; }

    public required AccountId AccountId { get; init; }

    public required Mode Mode { get; init; }

    public required string CardId { get; init; }

    /// <summary>The purchase; null for a step without one, such as an unlinked refund.</summary>
    public string? AuthorizationId { get; init; }

    public string? ParentId { get; init; }

    /// <summary>The message, of <see cref="TransactionTypes"/>.</summary>
    public required string Type { get; init; }

    public required string Status { get; init; }

    public required Usd Amount { get; init; }

    /// <summary>The change of the purchase's hold; the sum over all steps is the open hold.</summary>
    public Usd HoldChange { get; init; }

    public required string MerchantName { get; init; }

    public required string Mcc { get; init; }

    public string? MerchantCountry { get; init; }

    public string? MerchantNetworkId { get; init; }

    /// <summary>The price in the smallest units of the merchant's currency; null for dollars.</summary>
    public long? MerchantAmount { get; init; }

    public string? MerchantCurrency { get; init; }

    /// <summary>Billionths of a dollar for one unit of that currency.</summary>
    public long? FxRate { get; init; }

    public Usd? FxMarkup { get; init; }

    public string? Cvv { get; init; }

    public string? Avs { get; init; }

    public string? ThreeDs { get; init; }

    /// <summary>The electronic commerce indicator; null without 3-D Secure.</summary>
    public string? Eci { get; init; }

    public required string AuthResponseCode { get; init; }

    public string? DeclineReason { get; init; }

    public string? NetworkReference { get; init; }

    public bool IsPartial { get; init; }

    /// <summary>Whether the purchase has no hold after this step.</summary>
    public bool IsFinal { get; init; }

    public Usd? Overcapture { get; init; }

    public bool IsToleranceExceeded { get; init; }

    /// <summary>The facts of the decision that the row has no columns for: <see cref="DecisionFacts"/> as JSON.</summary>
    public string? Facts { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>A later step of the same purchase, without the effects of this step.</summary>
    /// <param name="id">The new step's id.</param>
    /// <param name="type">The new step's type, of <see cref="TransactionTypes"/>.</param>
    /// <param name="status">The new step's status.</param>
    /// <param name="amount">The new step's amount.</param>
    /// <param name="now">The time of the unit of work.</param>
    public CardTransaction Next(string id, string type, string status, Usd amount, DateTimeOffset now) => this with
    {
        Id = id,
        ParentId = Id,
        Type = type,
        Status = status,
        Amount = amount,
        HoldChange = Usd.Zero,
        MerchantAmount = null,
        MerchantCurrency = null,
        FxRate = null,
        FxMarkup = null,
        AuthResponseCode = DeclineCodes.Approved,
        DeclineReason = null,
        IsPartial = false,
        IsFinal = false,
        Overcapture = null,
        IsToleranceExceeded = false,
        Facts = null,
        CreatedAt = now,
    };

    /// <summary>A refused message about this step; no money moves.</summary>
    /// <param name="id">The new step's id.</param>
    /// <param name="type">The refused message, of <see cref="TransactionTypes"/>.</param>
    /// <param name="amount">The requested amount.</param>
    /// <param name="code">ISO 8583 field 39.</param>
    /// <param name="decline">The reason.</param>
    /// <param name="now">The time of the unit of work.</param>
    public CardTransaction Refused(string id, string type, Usd amount, string code, Decline decline, DateTimeOffset now) =>
        Next(id, type, TransactionState.Declined, amount, now) with { AuthResponseCode = code, DeclineReason = decline.Reason };
}
