using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Kernel.Paging;

/// <summary>
/// Reads pages from the sort key of the last row, not by an offset: page 1,000 costs the same as page 1, and rows that are inserted
/// meanwhile neither repeat nor hide others.
/// </summary>
/// <typeparam name="TRow">The stored row.</typeparam>
/// <param name="prefix">The prefix of the ids.</param>
/// <param name="readId">The row's id as stored; ids sort by creation.</param>
/// <param name="id">The property with the id.</param>
/// <param name="createdAt">The property with the time of creation.</param>
/// <param name="amount">The property with the amount, for lists that can be sorted by it.</param>
public sealed class Keyset<TRow>(
    string prefix, Func<TRow, string> readId, string id = "Id", string createdAt = "CreatedAt", string? amount = null)
    where TRow : class
{
    /// <summary>Reads one page.</summary>
    /// <param name="all">The list without the request's filters; a cursor must be one of its rows.</param>
    /// <param name="filtered">The list with the request's filters, except those on time.</param>
    /// <param name="query">The requested page and its bounds in time.</param>
    /// <returns>The page, or <c>invalid_cursor</c>.</returns>
    public async ValueTask<Result<Page<TRow>>> Read(Func<Selection<TRow>> all, Selection<TRow> filtered, PageQuery query)
    {
        ArgumentNullException.ThrowIfNull(all);
        ArgumentNullException.ThrowIfNull(filtered);
        ArgumentNullException.ThrowIfNull(query);
        var byAmount = amount is not null && query.Field == "amount_usd";
        _ = filtered
            .AtLeast(createdAt, query.CreatedAfter is { } after ? WireTime.After(after) : null)
            .Below(createdAt, query.CreatedBefore);
        _ = byAmount ? FromAmount(all, filtered, query) : FromId(filtered, query);
        var found = await filtered.OrderedBy(byAmount ? amount : null, id, query.Descending, query.Size + 2);
        if (query.Cursor is { } cursor)
        {
            // The result begins with the cursor's own row, which proves that the row exists, unless a filter excludes it.
            if (found.Count > 0 && readId(found[0]) == cursor)
            {
                found.RemoveAt(0);
            }
            else if (await all().Equal(id, cursor).FirstOrDefault() is null)
            {
                return new Error(Errors.InvalidCursor) { Param = "cursor" };
            }
        }

        return Page.First(found, query.Size, readId);
    }

    // Bounds in time also bound the ids, or an empty span of time would read the index of ids to its end. Not for the order of amounts: the
    // database would then prefer the index of ids, and sort.
    private Selection<TRow> FromId(Selection<TRow> rows, PageQuery query)
    {
        _ = rows
            .AtLeast(id, query.CreatedAfter is { } after ? IdTime.First(prefix, after) : null)
            .AtMost(id, query.CreatedBefore is { } before ? IdTime.Last(prefix, before) : null);
        return query.Descending ? rows.AtMost(id, query.Cursor) : rows.AtLeast(id, query.Cursor);
    }

    private Selection<TRow> FromAmount(Func<Selection<TRow>> all, Selection<TRow> rows, PageQuery query) =>
        query.Cursor is { } cursor ? rows.FromRow(all(), amount!, id, query.Descending, cursor) : rows;
}
