namespace Cryptocardium.Kernel.Outbox;

/// <summary>Selects events of an account.</summary>
/// <param name="After">Ids greater than this.</param>
/// <param name="Before">Ids less than this.</param>
/// <param name="From">Raised at this time or later.</param>
/// <param name="Until">Raised before this time.</param>
/// <param name="Descending">Whether the newest come first.</param>
/// <param name="Limit">The maximum count.</param>
public sealed record EventRange(
    string After, string Before, DateTimeOffset From, DateTimeOffset Until, bool Descending, int Limit)
{
    /// <summary>The type of the events; null for all types.</summary>
    public string? Type { get; init; }

    /// <summary>The request that raised the events; null for all requests.</summary>
    public string? RequestId { get; init; }

    /// <summary>The resource of the events; null for all resources.</summary>
    public string? SubjectId { get; init; }

    /// <summary>The card that the events concern; null for all events.</summary>
    public string? CardId { get; init; }

    /// <summary>The mode of the events; null for all events.</summary>
    public Mode? Mode { get; init; }
}
