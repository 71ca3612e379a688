namespace Cryptocardium.Kernel.Data;

/// <summary>Forms of <see cref="UnitOfWork.Query"/>: one row, row by row, and rows that a filter selects.</summary>
public static class Queries
{
    /// <summary>Runs a statement that returns at most one row.</summary>
    public static async ValueTask<T?> One<T>(this UnitOfWork unit, Statement statement, Func<IRow, T> read, params object?[] values)
    {
        var rows = await unit.Query(statement, read, values);
        return rows.Count == 0 ? default : rows[0];
    }

    /// <inheritdoc cref="One{T}(UnitOfWork, Statement, Func{IRow, T}, object?[])"/>
    public static ValueTask<T?> One<T>(
        this UnitOfWork unit, OwnedStatement statement, RowFilter rows, Func<IRow, T> read, params ReadOnlySpan<object?> values) =>
        unit.One(statement.For(rows, unit.Engine), read, statement.Values(rows, unit.Engine, values));

    /// <inheritdoc cref="UnitOfWork.Query"/>
    public static ValueTask<List<T>> Query<T>(
        this UnitOfWork unit, OwnedStatement statement, RowFilter rows, Func<IRow, T> read, params ReadOnlySpan<object?> values) =>
        unit.Query(statement.For(rows, unit.Engine), read, statement.Values(rows, unit.Engine, values));

    /// <summary>Runs a statement with a large result and passes its rows on one by one, so that they are never all in memory.</summary>
    /// <returns>The count of rows.</returns>
    public static ValueTask<int> Each(this UnitOfWork unit, Statement statement, Action<IRow> row, params object?[] values) =>
        unit.Stream(statement, row, values);
}
