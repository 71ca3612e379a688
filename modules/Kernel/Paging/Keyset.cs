using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Kernel.Paging;

/// <summary>
/// Reads pages by the sort key of the last row, never by counting: page 1 000 costs what page 1 costs, and rows that are
/// inserted meanwhile neither repeat nor hide others.
/// </summary>
/// <typeparam name="TRow">The stored row.</typeparam>
/// <param name="id">The row's id as stored; ids sort by creation.</param>
/// <param name="amount">The amount, where the list can be sorted by one.</param>
public sealed class Keyset<TRow>(Expression<Func<TRow, string>> id, Expression<Func<TRow, Usd>>? amount = null)
    where TRow : class
{
    private readonly Func<TRow, string> readId = id.Compile();
    private readonly Func<TRow, Usd>? readAmount = amount?.Compile();

    /// <summary>Reads one page.</summary>
    /// <param name="all">The list without the caller's filters: a cursor must be one of its rows.</param>
    /// <param name="filtered">The list with them.</param>
    /// <param name="query">Which page.</param>
    /// <returns>The page, or <c>invalid_cursor</c>.</returns>
    public async ValueTask<Result<Page<TRow>>> Read(IQueryable<TRow> all, IQueryable<TRow> filtered, PageQuery query)
    {
        var byAmount = amount is not null && query.Field == "amount_usd";
        var rows = Sort(filtered, byAmount, query.Descending);
        if (query.Cursor is { } cursor)
        {
            if (await all.Where(Is(cursor)).FirstOrDefaultAsync() is not { } last)
            {
                return new Error(Errors.InvalidCursor) { Param = "cursor" };
            }

            rows = Sort(filtered.Where(After(last, byAmount, query.Descending)), byAmount, query.Descending);
        }

        var found = await rows.Take(query.Size + 1).ToListAsync();
        if (found.Count <= query.Size)
        {
            return new Page<TRow>(found, null);
        }

        found.RemoveAt(query.Size);
        return new Page<TRow>(found, readId(found[^1]));
    }

    private IQueryable<TRow> Sort(IQueryable<TRow> rows, bool byAmount, bool descending) => (byAmount, descending) switch
    {
        (true, true) => rows.OrderByDescending(amount!).ThenByDescending(id),
        (true, false) => rows.OrderBy(amount!).ThenBy(id),
        (false, true) => rows.OrderByDescending(id),
        (false, false) => rows.OrderBy(id),
    };

    private Expression<Func<TRow, bool>> Is(string value) =>
        Expression.Lambda<Func<TRow, bool>>(Expression.Equal(id.Body, Parameter(value)), id.Parameters);

    private Expression<Func<TRow, bool>> After(TRow last, bool byAmount, bool descending)
    {
        var row = id.Parameters[0];
        var compare = Expression.Call(typeof(string), nameof(string.Compare), null, id.Body, Parameter(readId(last)));
        var laterId = Beyond(compare, Expression.Constant(0), descending);
        if (!byAmount)
        {
            return Expression.Lambda<Func<TRow, bool>>(laterId, row);
        }

        var key = new Rename(amount!.Parameters[0], row).Visit(amount.Body);
        var value = Parameter(readAmount!(last));
        var later = Expression.OrElse(
            Beyond(key, value, descending), Expression.AndAlso(Expression.Equal(key, value), laterId));
        return Expression.Lambda<Func<TRow, bool>>(later, row);
    }

    private static BinaryExpression Beyond(Expression left, Expression right, bool descending) =>
        descending ? Expression.LessThan(left, right) : Expression.GreaterThan(left, right);

    // A member of an object becomes a parameter of the SQL; a constant would become part of its text, and of its cached plan.
    private static MemberExpression Parameter<T>(T value) =>
        Expression.Field(Expression.Constant(new StrongBox<T>(value)), nameof(StrongBox<T>.Value));

    private sealed class StrongBox<T>(T value)
    {
#pragma warning disable CA1051 // a closure's field, read by the query compiler
        public readonly T Value = value;
#pragma warning restore CA1051
    }

    private sealed class Rename(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}
