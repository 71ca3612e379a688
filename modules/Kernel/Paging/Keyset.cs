using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Kernel.Paging;

/// <summary>
/// Reads pages from the sort key of the last row, not by an offset: page 1,000 costs the same as page 1, and rows that are inserted
/// meanwhile neither repeat nor hide others.
/// </summary>
/// <typeparam name="TRow">The stored row.</typeparam>
/// <param name="prefix">The prefix of the ids.</param>
/// <param name="id">The row's id as stored; ids sort by creation.</param>
/// <param name="createdAt">The time of creation.</param>
/// <param name="amount">The amount, for lists that can be sorted by it.</param>
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

    private static readonly Expression<Func<Usd, string, Usd?, string, bool>> UpFrom =
        (amount, id, atAmount, atId) => RowOrder.IsUpFrom(amount, id, atAmount, atId);
    private static readonly Expression<Func<Usd, string, Usd?, string, bool>> DownFrom =
        (amount, id, atAmount, atId) => RowOrder.IsDownFrom(amount, id, atAmount, atId);

    private static readonly MethodInfo First = new Func<IQueryable<Usd?>, Usd?>(Queryable.FirstOrDefault).Method;

    private readonly Func<TRow, string> readId = id.Compile();

    // Nullable, because a cursor may name no row and then has no amount.
    private readonly Expression<Func<TRow, Usd?>>? amountIfAny =
        amount is null ? null : Expression.Lambda<Func<TRow, Usd?>>(Expression.Convert(amount.Body, typeof(Usd?)), amount.Parameters);

    /// <summary>Reads one page.</summary>
    /// <param name="all">The list without the request's filters; a cursor must be one of its rows.</param>
    /// <param name="filtered">The list with the request's filters, except those on time.</param>
    /// <param name="query">The requested page and its bounds in time.</param>
    /// <returns>The page, or <c>invalid_cursor</c>.</returns>
    public async ValueTask<Result<Page<TRow>>> Read(IQueryable<TRow> all, IQueryable<TRow> filtered, PageQuery query)
    {
        var byAmount = amount is not null && query.Field == "amount_usd";
        var rows = filtered.CreatedBetween(createdAt, query.CreatedAfter, query.CreatedBefore);
        rows = byAmount ? FromAmount(rows, all, query) : FromId(rows, query);
        var found = await Sort(rows, byAmount, query.Descending).Take(query.Size + 2).ToListAsync();
        if (query.Cursor is { } cursor)
        {
            // The result begins with the cursor's own row, which proves that the row exists, unless a filter excludes it.
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

    // Bounds in time also bound the ids, or an empty span of time would read the index of ids to its end. Not for the order of amounts: the
    // database would then prefer the index of ids, and sort.
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

        // A new parameter, because the lookup of the cursor's amount has the original one in scope.
        var row = Expression.Parameter(typeof(TRow));
        var at = Expression.Call(First, all.Where(Parts.Where(SameId, id, cursor)).Select(amountIfAny!).Expression);
        var isFrom = Parts.Put(query.Descending ? DownFrom : UpFrom, Parts.Put(amount!, row), Parts.Put(id, row), at, Parts.Value(cursor));
        return rows.Where(Expression.Lambda<Func<TRow, bool>>(isFrom, row));
    }
}
