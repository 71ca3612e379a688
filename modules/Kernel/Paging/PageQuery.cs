namespace Cryptocardium.Kernel.Paging;

/// <summary>The page of a list that a caller requests.</summary>
/// <param name="Limit">1 to 100 rows; null for the default.</param>
/// <param name="Cursor">The id of the last row of the page before.</param>
/// <param name="Sort">A field, with <c>-</c> in front for descending; null for newest first.</param>
/// <param name="CreatedAfter">Excludes rows created at this time or earlier; null for no bound.</param>
/// <param name="CreatedBefore">Excludes rows created at this time or later; null for no bound.</param>
public sealed record PageQuery(
    int? Limit, string? Cursor, string? Sort, DateTimeOffset? CreatedAfter = null, DateTimeOffset? CreatedBefore = null)
{
    /// <summary>The default of rows per page; product documentation, "Pagination".</summary>
    public const int DefaultLimit = 25;

    /// <summary>The limit of rows per page; product documentation, "Pagination".</summary>
    public const int LimitMax = 100;

    /// <summary>The limit of rows on this page.</summary>
    public int Size => Limit ?? DefaultLimit;

    /// <summary>Whether the order is descending.</summary>
    public bool Descending => Sort is null || Sort.StartsWith('-');

    /// <summary>The field to sort by.</summary>
    public string Field => Sort is null ? "created_at" : Sort.TrimStart('-');
}
