namespace Cryptocardium.Kernel.Paging;

/// <summary>One page of rows.</summary>
/// <param name="Rows">The rows, in order.</param>
/// <param name="NextCursor">The cursor of the next page; null on the last page.</param>
public sealed record Page<TRow>(IReadOnlyList<TRow> Rows, string? NextCursor)
{
    /// <summary>Whether there is a next page.</summary>
    public bool HasMore => NextCursor is not null;
}

/// <summary>Builds pages from rows in memory.</summary>
public static class Page
{
    // openapi/v1.yaml, CatalogueLimit: the default for catalogues that the program itself contains.
    private const int CatalogueLimit = PageQuery.LimitMax;

    /// <summary>The first rows.</summary>
    /// <param name="found">The rows from the page's first one on; one row more than the page shows that a next page exists.</param>
    /// <param name="size">The limit of rows on the page.</param>
    /// <param name="key">The cursor of a row.</param>
    public static Page<TRow> First<TRow>(IReadOnlyList<TRow> found, int size, Func<TRow, string> key) =>
        found.Count > size ? new([.. found.Take(size)], key(found[size - 1])) : new(found, null);

    /// <summary>A page of a catalogue that the program itself contains.</summary>
    /// <param name="catalogue">All entries, in the order of the list.</param>
    /// <param name="key">The cursor of an entry.</param>
    /// <param name="message">The request for the page; without a limit it has 100 entries.</param>
    /// <returns>The page, or <c>invalid_cursor</c>.</returns>
    public static Result<Page<TRow>> Of<TRow>(IReadOnlyList<TRow> catalogue, Func<TRow, string> key, IPaged message)
    {
        var cursor = message.Cursor;
        var next = cursor is null ? 0 : catalogue.Select(key).ToList().IndexOf(cursor) + 1;
        return cursor is null || next > 0
            ? First([.. catalogue.Skip(next)], message.Limit ?? CatalogueLimit, key)
            : new Error(Errors.InvalidCursor) { Param = "cursor" };
    }
}
