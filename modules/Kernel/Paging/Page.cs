namespace Cryptocardium.Kernel.Paging;

/// <summary>One page of rows.</summary>
/// <param name="Rows">The rows, in order.</param>
/// <param name="NextCursor">Where the next page begins; null on the last one.</param>
public sealed record Page<TRow>(IReadOnlyList<TRow> Rows, string? NextCursor)
{
    /// <summary>Whether there is a next page.</summary>
    public bool HasMore => NextCursor is not null;
}

/// <summary>Makes pages of rows that are there already.</summary>
public static class Page
{
    // openapi/v1.yaml, CatalogueLimit: the default of lists that the program itself holds.
    private const int CatalogueLimit = PageQuery.LimitMax;

    /// <summary>The first rows.</summary>
    /// <param name="found">What there is from the page's first row on; one more than the page has is enough.</param>
    /// <param name="size">How many rows the page has at most.</param>
    /// <param name="key">What a cursor says of a row.</param>
    public static Page<TRow> First<TRow>(IReadOnlyList<TRow> found, int size, Func<TRow, string> key) =>
        found.Count > size ? new([.. found.Take(size)], key(found[size - 1])) : new(found, null);

    /// <summary>A page of a catalogue that the program itself holds.</summary>
    /// <param name="catalogue">All of it, in the order of the list.</param>
    /// <param name="key">What a cursor says of an entry.</param>
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
