namespace Cryptocardium.Kernel.Paging;

/// <summary>One page of rows.</summary>
/// <param name="Rows">The rows, in order.</param>
/// <param name="NextCursor">Where the next page begins; null on the last one.</param>
public sealed record Page<TRow>(IReadOnlyList<TRow> Rows, string? NextCursor)
{
    /// <summary>Whether there is a next page.</summary>
    public bool HasMore => NextCursor is not null;
}
