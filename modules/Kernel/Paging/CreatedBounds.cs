using System.Linq.Expressions;

namespace Cryptocardium.Kernel.Paging;

/// <summary>The filters <c>created_after</c> and <c>created_before</c> of every list.</summary>
public static class CreatedBounds
{
    /// <summary>Only what was created later than one time, as the wire shows it, and before another.</summary>
    public static IQueryable<TRow> CreatedBetween<TRow>(
        this IQueryable<TRow> rows, Expression<Func<TRow, DateTimeOffset>> createdAt, DateTimeOffset? after, DateTimeOffset? before)
    {
        rows = after is { } time ? rows.Where(Compare(createdAt, Expression.GreaterThanOrEqual, WireTime.After(time))) : rows;
        return before is { } end ? rows.Where(Compare(createdAt, Expression.LessThan, end)) : rows;
    }

    // A member of an object becomes a parameter of the SQL; a constant would become part of its text, and of its cached plan.
    private static Expression<Func<TRow, bool>> Compare<TRow>(
        Expression<Func<TRow, DateTimeOffset>> createdAt, Func<Expression, Expression, Expression> compare, DateTimeOffset time)
    {
        Expression<Func<DateTimeOffset>> bound = () => time;
        return Expression.Lambda<Func<TRow, bool>>(compare(createdAt.Body, bound.Body), createdAt.Parameters);
    }
}
