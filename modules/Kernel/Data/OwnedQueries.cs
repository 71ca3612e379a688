namespace Cryptocardium.Kernel.Data;

/// <summary>Runs statements over owned rows.</summary>
public static class OwnedQueries
{
    /// <inheritdoc cref="UnitOfWork.One"/>
    public static ValueTask<T?> One<T>(
        this UnitOfWork unit, OwnedStatement statement, RowFilter rows, Func<IRow, T> read, params ReadOnlySpan<object?> values) =>
        unit.One(statement.For(rows, unit.Engine), read, statement.Values(rows, unit.Engine, values));

    /// <inheritdoc cref="UnitOfWork.Query"/>
    public static ValueTask<List<T>> Query<T>(
        this UnitOfWork unit, OwnedStatement statement, RowFilter rows, Func<IRow, T> read, params ReadOnlySpan<object?> values) =>
        unit.Query(statement.For(rows, unit.Engine), read, statement.Values(rows, unit.Engine, values));

    /// <inheritdoc cref="UnitOfWork.QueryLater"/>
    public static PendingRows<T> QueryLater<T>(
        this UnitOfWork unit, OwnedStatement statement, RowFilter rows, Func<IRow, T> read, params ReadOnlySpan<object?> values) =>
        unit.QueryLater(statement.For(rows, unit.Engine), read, statement.Values(rows, unit.Engine, values));
}
