using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Kernel.Paging;

/// <summary>
/// Reads pages by the sort key of the last row, never by counting: page 1 000 costs what page 1 costs, and rows that are
/// inserted meanwhile neither repeat nor hide others.
/// </summary>
/// <typeparam name="TRow">The stored row.</typeparam>
/// <param name="prefix">What the ids begin with.</param>
/// <param name="id">The row's id as stored; ids sort by creation.</param>
/// <param name="createdAt">When it was created.</param>
/// <param name="amount">The amount, where the list can be sorted by one.</param>
public sealed class Keyset<TRow>(
    string prefix,
    Expression<Func<TRow, string>> id,
    Expression<Func<TRow, DateTimeOffset>> createdAt,
    Expression<Func<TRow, Usd>>? amount = null)
    where TRow : class
{
    private static readonly Expression<Func<string, string, bool>> SameId = (key, at) => key == at;
    private static readonly Expression<Func<string, string, bool>> UpFromId = (key, at) => string.Compare(key, at) >= 0;
    private static readonly Expression<Func<string, string, bool>> DownFromId = (key, at) => string.Compare(key, at) <= 0;

    private static readonly Expression<Func<Usd, string, Usd?, string, bool>> UpFrom = (amount, id, atAmount, atId) => RowOrder.IsUpFrom(amount, id, atAmount, atId);
    private static readonly Expression<Func<Usd, string, Usd?, string, bool>> DownFrom = (amount, id, atAmount, atId) => RowOrder.IsDownFrom(amount, id, atAmount, atId);

    private static readonly MethodInfo First = new Func<IQueryable<Usd?>, Usd?>(Queryable.FirstOrDefault).Method;

    private readonly Func<TRow, string> readId = id.Compile();

    // There is none where the cursor is no row.
    private readonly Expression<Func<TRow, Usd?>>? amountIfAny =
        amount is null ? null : Expression.Lambda<Func<TRow, Usd?>>(Expression.Convert(amount.Body, typeof(Usd?)), amount.Parameters);

    /// <summary>Reads one page.</summary>
    /// <param name="all">The list without the caller's filters: a cursor must be one of its rows.</param>
    /// <param name="filtered">The list with them, but for those of time.</param>
    /// <param name="query">Which page, and created when.</param>
    /// <returns>The page, or <c>invalid_cursor</c>.</returns>
    public async ValueTask<Result<Page<TRow>>> Read(IQueryable<TRow> all, IQueryable<TRow> filtered, PageQuery query)
    {
        var byAmount = amount is not null && query.Field == "amount_usd";
        var rows = filtered.CreatedBetween(createdAt, query.CreatedAfter, query.CreatedBefore);
        rows = byAmount ? FromAmount(rows, all, query) : FromId(rows, query);
        var found = await Sort(rows, byAmount, query.Descending).Take(query.Size + 2).ToListAsync();
        if (query.Cursor is { } cursor)
        {
            // The page begins with the cursor's own row, which proves that there is one, unless a filter leaves it out.
            if (found.Count > 0 && readId(found[0]) == cursor)
            {
                found.RemoveAt(0);
            }
            else if (!await all.AnyAsync(Parts.Where(SameId, id, cursor)))
            {
                return new Error(Errors.InvalidCursor) { Param = "cursor" };
            }
        }

        return Page.First(found, query.Size, readId);
    }

    private IQueryable<TRow> Sort(IQueryable<TRow> rows, bool byAmount, bool descending) => (byAmount, descending) switch
    {
        (true, true) => rows.OrderByDescending(amount!).ThenByDescending(id),
        (true, false) => rows.OrderBy(amount!).ThenBy(id),
        (false, true) => rows.OrderByDescending(id),
        (false, false) => rows.OrderBy(id),
    };

    // The time is said of the ids as well, or their index would be read to its end for what a span of time does not have. In the order of
    // the amounts the database would take that index for the better one, and sort.
    private IQueryable<TRow> FromId(IQueryable<TRow> rows, PageQuery query)
    {
        rows = query.CreatedAfter is { } after ? rows.Where(Parts.Where(UpFromId, id, IdTime.First(prefix, after))) : rows;
        rows = query.CreatedBefore is { } before ? rows.Where(Parts.Where(DownFromId, id, IdTime.Last(prefix, before))) : rows;
        return query.Cursor is { } cursor ? rows.Where(Parts.Where(query.Descending ? DownFromId : UpFromId, id, cursor)) : rows;
    }

    private IQueryable<TRow> FromAmount(IQueryable<TRow> rows, IQueryable<TRow> all, PageQuery query)
    {
        if (query.Cursor is not { } cursor)
        {
            return rows;
        }

        // Another row than those that the amount is looked up among.
        var row = Expression.Parameter(typeof(TRow));
        var at = Expression.Call(First, all.Where(Parts.Where(SameId, id, cursor)).Select(amountIfAny!).Expression);
        var isFrom = Parts.Put(query.Descending ? DownFrom : UpFrom, Parts.Put(amount!, row), Parts.Put(id, row), at, Parts.Value(cursor));
        return rows.Where(Expression.Lambda<Func<TRow, bool>>(isFrom, row));
    }
}
