namespace Cryptocardium.Kernel.Data;

// The batched path. Once the EF context is in use, statements run at once, because the context does not see statements that are pending.
public sealed partial class UnitOfWork : IBatch, IWriterLane
{
    /// <summary>The batch that this command is part of, for the money path.</summary>
    public IBatch Batch => this;

    int IWriterLane.Number => Attached.Lane;

    object IWriterLane.Connection => Attached;

    int IWriterLane.Rollbacks => Attached.Rollbacks;

    async ValueTask IBatch.Write(Statement statement, object?[] values)
    {
        if (db is null)
        {
            await Attached.Write(statement, values);
        }
        else
        {
            await Attached.Execute(statement, values);
        }
    }

    async ValueTask IBatch.Insert(Insertion insertion, object?[] values)
    {
        if (db is null)
        {
            Attached.Insert(insertion, values);
        }
        else
        {
            await Attached.Execute(insertion.One, values);
        }
    }

    LockedRows<TRow>? IBatch.Locked<TRow>(LockedTable<TRow> table)
        where TRow : class => db is null && session is { IsWriter: true } writer ? writer.Locked(table) : null;

    PendingRows<T> IBatch.QueryLater<T>(Statement statement, Func<IRow, T> read, object?[] values) =>
        Attached.QueryLater(statement, read, values);

    PendingRows<T> IBatch.QueryLater<T>(OwnedStatement statement, RowFilter rows, Func<IRow, T> read, ReadOnlySpan<object?> values) =>
        Attached.QueryLater(statement.For(rows, Engine), read, statement.Values(rows, Engine, values));

    ValueTask<List<T>> IBatch.Rows<T>(PendingRows<T> pending) => Attached.Rows(pending);

    void IBatch.End() => Attached.EndBatch();
}
