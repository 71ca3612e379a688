namespace Cryptocardium.Kernel.Data;

/// <summary>
/// The batched path of the money path: a command's statements travel together with those of the other commands of its batch, and rows
/// that the batch has locked are cached. It needs a command; in a query <see cref="Locked"/> is null and the rest throws.
/// </summary>
public interface IBatch
{
    /// <summary>
    /// Runs a statement whose outcome the command does not need. On PostgreSQL it is sent with the next statement whose outcome is
    /// awaited, at the latest at the end of the command; it may fail only then.
    /// </summary>
    ValueTask Write(Statement statement, params object?[] values);

    /// <summary>Adds a row, like <see cref="Write"/>. On PostgreSQL the rows that the batch adds to a table are sent as one statement.</summary>
    ValueTask Insert(Insertion insertion, params object?[] values);

    /// <summary>
    /// The cached rows of a table that this batch has locked. Null in a query, and once the command has used the EF context, which may
    /// write rows unseen by the cache.
    /// </summary>
    LockedRows<TRow>? Locked<TRow>(LockedTable<TRow> table)
        where TRow : class;

    /// <summary>Adds a query to the next round trip. All queries that are pending then are sent together.</summary>
    PendingRows<T> QueryLater<T>(Statement statement, Func<IRow, T> read, params object?[] values);

    /// <inheritdoc cref="QueryLater{T}(Statement, Func{IRow, T}, object?[])"/>
    PendingRows<T> QueryLater<T>(OwnedStatement statement, RowFilter rows, Func<IRow, T> read, params ReadOnlySpan<object?> values);

    /// <summary>The rows of a pending query; sends it if it is still pending.</summary>
    ValueTask<List<T>> Rows<T>(PendingRows<T> pending);

    /// <summary>
    /// Ends the batch with this command, because it has locked a row that commands of every account need. Without effect on SQLite, where
    /// no second writer waits for the lock.
    /// </summary>
    void End();
}
