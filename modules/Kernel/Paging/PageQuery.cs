namespace Cryptocardium.Kernel.Paging;

/// <summary>Which page of a list a caller asks for.</summary>
/// <param name="Limit">1 to 100 rows; null for the default.</param>
/// <param name="Cursor">The id of the last row of the page before.</param>
/// <param name="Sort">A field, with <c>-</c> in front for descending; null for newest first.</param>
/// <param name="CreatedAfter">Only what was created later; null for any time.</param>
/// <param name="CreatedBefore">Only what was created earlier; null for any time.</param>
public sealed record PageQuery(
    int? Limit, string? Cursor, string? Sort, DateTimeOffset? CreatedAfter = null, DateTimeOffset? CreatedBefore = null)
{
    /// <summary>Rows on a page when nothing is asked for; product documentation, "Pagination".</summary>
    public const int DefaultLimit = 25;

    /// <summary>Rows that a page has at most; product documentation, "Pagination".</summary>
    public const int LimitMax = 100;

    /// <summary>How many rows the page has at most.</summary>
    public int Size => Limit ?? DefaultLimit;

    /// <summary>Whether the greatest comes first.</summary>
    public bool Descending => Sort is null || Sort.StartsWith('-');

    /// <summary>The field to sort by.</summary>
    public string Field => Sort is null ? "created_at" : Sort.TrimStart('-');
}
