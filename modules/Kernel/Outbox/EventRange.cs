namespace Cryptocardium.Kernel.Outbox;

/// <summary>Which events of an account.</summary>
/// <param name="After">Ids greater than this.</param>
/// <param name="Before">Ids less than this.</param>
/// <param name="From">Raised then or later.</param>
/// <param name="Until">Raised before then.</param>
/// <param name="Descending">Whether the newest come first.</param>
/// <param name="Limit">How many at most.</param>
public sealed record EventRange(
    string After, string Before, DateTimeOffset From, DateTimeOffset Until, bool Descending, int Limit)
{
    /// <summary>Only this type; null for all.</summary>
    public string? Type { get; init; }

    /// <summary>Only what this request raised; null for all.</summary>
    public string? RequestId { get; init; }
}
