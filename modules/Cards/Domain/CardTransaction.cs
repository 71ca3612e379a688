using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Domain;

// One step in the life of a purchase. Rows are added and never changed.
internal sealed record CardTransaction
{
    public required string Id { get; init; }

    public required AccountId AccountId { get; init; }

    public required Mode Mode { get; init; }

    public required string CardId { get; init; }

    public required string AuthorizationId { get; init; }

    public string? ParentId { get; init; }

    public required string Status { get; init; }

    public required Usd Amount { get; init; }

    public required string MerchantName { get; init; }

    public required string Mcc { get; init; }

    public string? MerchantCountry { get; init; }

    public string? MerchantId { get; init; }

    public required string AuthResponseCode { get; init; }

    public string? DeclineReason { get; init; }

    public string? NetworkReference { get; init; }

    public bool IsPartial { get; init; }

    public bool IsVerification { get; init; }

    public Usd? Overcapture { get; init; }

    public bool IsToleranceExceeded { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
