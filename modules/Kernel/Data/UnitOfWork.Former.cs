namespace Cryptocardium.Kernel.Data;

// The names of the batched path before IBatch and IWriterLane.
public sealed partial class UnitOfWork
{
    /// <inheritdoc cref="IWriterLane.Number"/>
    public int Lane => Attached.Lane;

    /// <inheritdoc cref="IWriterLane.Rollbacks"/>
    public int Rollbacks => Attached.Rollbacks;

    /// <inheritdoc cref="IWriterLane.Connection"/>
    public object Connection => Attached;

    /// <inheritdoc cref="IBatch.End"/>
    public void EndBatch() => Batch.End();

    /// <inheritdoc cref="IBatch.Write"/>
    public ValueTask Write(Statement statement, params object?[] values) => Batch.Write(statement, values);

    /// <inheritdoc cref="IBatch.Insert"/>
    public ValueTask Insert(Insertion insertion, params object?[] values) => Batch.Insert(insertion, values);

    /// <inheritdoc cref="IBatch.Locked"/>
    public LockedRows<TRow>? Locked<TRow>(LockedTable<TRow> table)
        where TRow : class => Batch.Locked(table);

    /// <inheritdoc cref="IBatch.QueryLater{T}(Statement, Func{IRow, T}, object?[])"/>
    public PendingRows<T> QueryLater<T>(Statement statement, Func<IRow, T> read, params object?[] values) => Batch.QueryLater(statement, read, values);

    /// <inheritdoc cref="IBatch.QueryLater{T}(Statement, Func{IRow, T}, object?[])"/>
    public PendingRows<T> QueryLater<T>(OwnedStatement statement, RowFilter rows, Func<IRow, T> read, params ReadOnlySpan<object?> values) =>
        Batch.QueryLater(statement, rows, read, values);

    /// <inheritdoc cref="IBatch.Rows"/>
    public ValueTask<List<T>> Rows<T>(PendingRows<T> pending) => Batch.Rows(pending);
}
