using System.Data;
using System.Data.Common;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Outbox;
using Cryptocardium.Kernel.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SQLitePCL;

namespace Cryptocardium.Kernel.Writing;

// A connection with its transaction state, of a writer or a reader. One command at a time uses it.
internal sealed class DatabaseSession : IAsyncDisposable
{
    private readonly Engine engine;
    private readonly Statements statements;
    private readonly BatchCache cache;
    private readonly Checkpointer? checkpointer;
    private bool hasSavepoints;
    private int changesBefore;

    public DatabaseSession(
        DbConnection connection, Engine engine, DbContextOptions<CryptocardiumDb> options, int lane, Checkpointer? checkpointer = null)
    {
        (this.engine, this.checkpointer) = (engine, checkpointer);
        (Connection, Options, Lane) = (connection, options, lane);
        statements = new Statements(connection);
        cache = new BatchCache(statements);
        Events = new EventBuffer(statements, engine);
    }

    public DbConnection Connection { get; }

    // Created once per connection: a new context costs more than a query, and on SQLite it redefines functions, which discards every
    // prepared statement.
    public CryptocardiumDb? Context { get; set; }

    public DbContextOptions<CryptocardiumDb> Options { get; }

    // The lane that this writer extends; no two open writers share one. -1 for a reader.
    public int Lane { get; }

    public bool IsWriter => Lane >= 0;

    // Whether a reader waits for responses without limit.
    public bool IsPatient
    {
        get => statements.IsPatient;
        set => statements.IsPatient = value;
    }

    // Events raised by the commands of the open batch.
    public EventBuffer Events { get; }

    // Grows with each rollback. State about rows that this connection wrote must be read again then.
    public int Rollbacks { get; private set; }

    // Set by a command that locked a row that commands of every account need. No further command joins the batch.
    public bool EndsBatch { get; private set; }

    // Whether the server has closed the connection; never for SQLite.
    public bool IsDisconnected => engine == Engine.Postgres && Connection.State != ConnectionState.Open;

    // Whether the current command can be rolled back alone: it has a savepoint, or it has written nothing.
    public bool CanUndo => !IsRolledBack && (hasSavepoints || (!statements.IsFailed && statements.Changes == changesBefore));

    // Whether SQLite has rolled back the whole transaction, as it does when the disk is full.
    public bool IsRolledBack => Connection is SqliteConnection { Handle: { } file } && raw.sqlite3_get_autocommit(file) != 0;

    private bool HasEffectSavepoints => hasSavepoints && engine == Engine.Postgres;

    // Savepoints are off by default. On SQLite each costs a copy of every page written after it; on PostgreSQL a multixact for every row that
    // is locked before it and written after it. A command is rarely undone after it has written.
    /// <param name="useSavepoints">Whether each command gets a savepoint, so that it can be undone alone after it has written.</param>
    public void Begin(bool useSavepoints)
    {
        EndsBatch = false;
        hasSavepoints = useSavepoints;
        statements.IsFailed = false;
        cache.Forget();
        Events.BeginBatch();
        statements.Run(engine == Engine.Sqlite ? TransactionSql.BeginImmediate : TransactionSql.Begin, []);
    }

    // Without effect on SQLite, where no second writer waits for a lock.
    public void EndBatch() => EndsBatch = engine == Engine.Postgres;

    // Limits lock waits until the commit, because this transaction holds locks that other batches may wait for.
    public void ShortenLockWait()
    {
        if (engine == Engine.Postgres)
        {
            statements.Run(TransactionSql.ShortenLockWait, []);
        }
    }

    // On SQLite every read transaction is a snapshot.
    public ValueTask<int> BeginSnapshot() => statements.Execute(engine == Engine.Sqlite ? TransactionSql.Begin : TransactionSql.BeginSnapshot, []);

    // A query precedes the COMMIT: in a failed transaction it throws, while COMMIT alone would roll back and report success.
    public ValueTask<int> Commit()
    {
        if (engine == Engine.Postgres)
        {
            statements.QueryLater(TransactionSql.Ping, static _ => 0, []);
        }

        return statements.Execute(TransactionSql.Commit, []);
    }

    // Records that a statement failed, also one that the EF context ran.
    public void MarkFailed() => statements.IsFailed = true;

    // Checkpoint work after a commit, once its callers have their replies.
    public void AfterCommit() => checkpointer?.OnCommitted();

    public ValueTask<int> Rollback()
    {
        Rollbacks++;
        cache.Forget();
        statements.Drop();
        return IsRolledBack ? default : statements.Execute(TransactionSql.Rollback, []);
    }

    public void BeginCommand()
    {
        Events.BeginCommand();
        changesBefore = statements.Changes;
        if (hasSavepoints)
        {
            statements.Run(TransactionSql.BeginCommand, []);
            changesBefore = statements.Changes;
        }
    }

    // With savepoints, pending statements are sent here, so that a failure belongs to the command that issued them.
    public async ValueTask EndCommand()
    {
        if (hasSavepoints)
        {
            cache.Write();
            cache.Forget();
            await statements.Execute(TransactionSql.EndCommand, []);
        }
    }

    public ValueTask UndoCommand()
    {
        Events.UndoCommand();
        return hasSavepoints ? Undo(TransactionSql.UndoCommand) : CanUndo ? default : throw new BatchAbortedException();
    }

    // Begins an effect that can be undone while the locks taken before it stay. On SQLite there are no such locks.
    public void BeginEffect()
    {
        if (HasEffectSavepoints)
        {
            statements.Run(TransactionSql.BeginEffect, []);
        }
    }

    public void EndEffect()
    {
        if (HasEffectSavepoints)
        {
            cache.Write();
            statements.Run(TransactionSql.EndEffect, []);
        }
    }

    public ValueTask UndoEffect()
    {
        Events.UndoCommand();
        return HasEffectSavepoints ? Undo(TransactionSql.UndoEffect) : UndoCommand();
    }

    // Writes cached rows and sends pending statements; both may fail.
    public async ValueTask FlushAll()
    {
        var isClean = statements.Changes == changesBefore;
        cache.Write();
        RestoreChangeCount(isClean);
        await statements.Send();
    }

    // Sends the last statements of the batch, including its events.
    public ValueTask SendLast()
    {
        cache.Write();
        Events.Store();
        return new(statements.Send().AsTask());
    }

    // Like FlushAll; also drops cached rows, because the EF context may change them unseen.
    public async ValueTask FlushAndForget()
    {
        await FlushAll();
        cache.Forget();
    }

    public LockedRows<TRow> Locked<TRow>(LockedTable<TRow> table)
        where TRow : class => cache.Of(table);

    // Counts a write of the EF context.
    public void CountWrite() => statements.CountWrite();

    // SQLite writes at once: buffering saves round trips, and it has none.
    public void Insert(Insertion insertion, object?[] values)
    {
        if (engine == Engine.Sqlite)
        {
            statements.Run(insertion.One, values);
        }
        else
        {
            statements.CountWrite();
            cache.Add(insertion, Statements.Stored(values));
        }
    }

    /// <returns>The count of changed rows.</returns>
    public ValueTask<int> Execute(Statement statement, object?[] values)
    {
        FlushBefore(statement);
        return statements.Execute(statement, values);
    }

    // Runs a statement whose outcome is not awaited.
    public ValueTask Write(Statement statement, object?[] values)
    {
        FlushBefore(statement);
        statements.Run(statement, values);
        return statements.SendSome();
    }

    public PendingRows<T> QueryLater<T>(Statement statement, Func<IRow, T> read, object?[] values)
    {
        FlushBefore(statement);
        return statements.QueryLater(statement, read, values);
    }

    public ValueTask<List<T>> Rows<T>(PendingRows<T> pending) => statements.Rows(pending);

    public ValueTask<List<T>> Query<T>(Statement statement, Func<IRow, T> read, object?[] values) => Rows(QueryLater(statement, read, values));

    public ValueTask<int> Each(Statement statement, Action<IRow> row, object?[] values)
    {
        FlushBefore(statement);
        return statements.Each(statement, row, values);
    }

    public async ValueTask DisposeAsync()
    {
        checkpointer?.Dispose();
        statements.Dispose();
        if (Context is not null)
        {
            await Context.DisposeAsync();
        }

        await Connection.DisposeAsync();
    }

    private void FlushBefore(Statement statement)
    {
        if (IsWriter)
        {
            var isClean = statements.Changes == changesBefore;
            cache.FlushBefore(statement);
            RestoreChangeCount(isClean);
        }
    }

    // Cached rows of earlier commands of the batch do not count as writes of the current one.
    private void RestoreChangeCount(bool isClean) => changesBefore = isClean ? statements.Changes : changesBefore;

    // Pending statements are sent first: if one fails, the server skips all statements sent after it, the rollback included.
    private async ValueTask Undo(Statement undo)
    {
        Rollbacks++;
        cache.Forget();
        try
        {
            await statements.Send();
        }
        catch (PostgresException)
        {
            // The rollback that follows undoes the failed statement too.
        }

        statements.IsFailed = false;
        statements.Run(undo, []);
    }
}
