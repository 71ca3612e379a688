namespace Cryptocardium.Kernel.Paging;

/// <summary>The page of a list that a caller requests.</summary>
/// <param name="Limit">1 to 100 rows; null for the default.</param>
/// <param name="Cursor">The id of the last row of the previous page.</param>
/// <param name="Sort">A field, with <c>-</c> in front for descending; null for newest first.</param>
/// <param name="CreatedAfter">Selects rows created after this time; null for any.</param>
/// <param name="CreatedBefore">Selects rows created before this time; null for any.</param>
public sealed record PageQuery(
    int? Limit, string? Cursor, string? Sort, DateTimeOffset? CreatedAfter = null, DateTimeOffset? CreatedBefore = null)
{
    /// <summary>The default number of rows of a page; product documentation, "Pagination".</summary>
    public const int DefaultLimit = 25;

    /// <summary>The maximum number of rows of a page; product documentation, "Pagination".</summary>
    public const int LimitMax = 100;

    /// <summary>The maximum number of rows of this page.</summary>
    public int Size => Limit ?? DefaultLimit;

    /// <summary>Whether the greatest value comes first.</summary>
    public bool Descending => Sort is null || Sort.StartsWith('-');

    /// <summary>The field to sort by.</summary>
    public string Field => Sort is null ? "created_at" : Sort.TrimStart('-');

    /// <summary>The page that a message requests.</summary>
    public static PageQuery Of(IPaged message) =>
        new(message.Limit, message.Cursor, message.Sort, message.CreatedAfter, message.CreatedBefore);
}
