namespace Cryptocardium.Cards.Domain;

// What the holder allows a card to do. Each control is a member here and a check of its own.
internal sealed record CardControls
{
    /// <summary>Everything is allowed.</summary>
    public static readonly CardControls None = new();

    public SpendingLimits Limits { get; init; } = SpendingLimits.None;

    /// <summary>Merchant category codes, and groups of them.</summary>
    public AllowDeny Mcc { get; init; } = AllowDeny.None;

    /// <summary>Countries as ISO 3166 alpha-2.</summary>
    public AllowDeny Geo { get; init; } = AllowDeny.None;

    public AutoCancel AutoCancel { get; init; }
}
