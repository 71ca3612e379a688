namespace Cryptocardium.Kernel.Paging;

/// <summary>The message of an operation that returns a page. A member that the operation does not offer is null.</summary>
public interface IPaged
{
    /// <summary>1 to 100 rows; null for the default.</summary>
    int? Limit { get; }

    /// <summary>The id of the last row of the previous page; null for the first page.</summary>
    string? Cursor { get; }

    /// <summary>A field, with <c>-</c> in front for descending; null for newest first.</summary>
    string? Sort { get; }

    /// <summary>Selects rows created after this time; null for any.</summary>
    DateTimeOffset? CreatedAfter { get; }

    /// <summary>Selects rows created before this time; null for any.</summary>
    DateTimeOffset? CreatedBefore { get; }
}
