using System.Linq.Expressions;

namespace Cryptocardium.Kernel.Paging;

/// <summary>The filters <c>created_after</c> and <c>created_before</c> of every list.</summary>
public static class CreatedBounds
{
    private static readonly Expression<Func<DateTimeOffset, DateTimeOffset, bool>> From = (created, time) => created >= time;
    private static readonly Expression<Func<DateTimeOffset, DateTimeOffset, bool>> Before = (created, time) => created < time;

    /// <summary>Restricts rows to those created later than one time, in whole seconds, and before another.</summary>
    public static IQueryable<TRow> CreatedBetween<TRow>(
        this IQueryable<TRow> rows, Expression<Func<TRow, DateTimeOffset>> createdAt, DateTimeOffset? after, DateTimeOffset? before)
    {
        rows = after is { } time ? rows.Where(Parts.Where(From, createdAt, WireTime.After(time))) : rows;
        return before is { } end ? rows.Where(Parts.Where(Before, createdAt, end)) : rows;
    }
}
