namespace Cryptocardium.Cards.Domain;

// The cardholder's restrictions of a card. Each has a check of its own.
internal sealed record CardControls
{
    /// <summary>No restrictions.</summary>
    public static readonly CardControls None = new();

    public SpendingLimits Limits { get; init; } = SpendingLimits.None;

    /// <summary>Merchant category codes and groups.</summary>
    public AllowDeny Mcc { get; init; } = AllowDeny.None;

    /// <summary>Countries as ISO 3166 alpha-2.</summary>
    public AllowDeny Geo { get; init; } = AllowDeny.None;

    public AutoCancel AutoCancel { get; init; }
}
