using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Outbox;
using Cryptocardium.Kernel.Sqlite;
using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cryptocardium.Kernel.Writing;

// A connection, and the transaction on it. One command at a time uses it.
internal sealed class DatabaseSession : IAsyncDisposable
{
    private static readonly Statement BeginStatement = new("BEGIN");
    private static readonly Statement BeginImmediateStatement = new("BEGIN IMMEDIATE");
    private static readonly Statement BeginSnapshotStatement = new("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY");
    private static readonly Statement AskStatement = new("SELECT 1");
    private static readonly Statement CommitStatement = new("COMMIT");
    private static readonly Statement RollbackStatement = new("ROLLBACK");
    private static readonly Statement BeginCommandStatement = new("SAVEPOINT command");
    private static readonly Statement EndCommandStatement = new("RELEASE SAVEPOINT command");
    private static readonly Statement UndoCommandStatement = new("ROLLBACK TO SAVEPOINT command");
    private static readonly Statement BeginEffectStatement = new("SAVEPOINT effect");
    private static readonly Statement EndEffectStatement = new("RELEASE SAVEPOINT effect");
    private static readonly Statement UndoEffectStatement = new("ROLLBACK TO SAVEPOINT effect");

    // Milliseconds, until the commit.
    private static readonly Statement ShortenLockWaitStatement = new("SET LOCAL lock_timeout = 10");

    private readonly Engine engine;
    private readonly Statements statements;
    private readonly BatchCache memory;
    private readonly Checkpointer? keeper;
    private bool hasSavepoints;
    private int changesBefore;

    public DatabaseSession(
        DbConnection connection, Engine engine, DbContextOptions<CryptocardiumDb> options, int lane, Checkpointer? keeper = null)
    {
        (this.engine, this.keeper) = (engine, keeper);
        (Connection, Options, Lane) = (connection, options, lane);
        statements = new Statements(connection);
        memory = new BatchCache(statements);
        Events = new EventBuffer(statements, engine);
    }

    public DbConnection Connection { get; }

    // Made once and used by one command after the other: a new context over an open connection costs more than a query, and on
    // SQLite it redefines functions, which throws away every prepared statement.
    public CryptocardiumDb? Context { get; set; }

    public DbContextOptions<CryptocardiumDb> Options { get; }

    // Names the ledger's chain that this connection extends; no two open writers share one, and one that reads has none.
    public int Lane { get; }

    public bool IsWriter => Lane >= 0;

    // The events that the commands of the open batch have raised.
    public EventBuffer Events { get; }

    // Grows with every undone effect: whoever keeps state about what this connection wrote must read it again.
    public int Rollbacks { get; private set; }

    // Set when a command has locked what every account's commands need: nothing more joins it in this commit.
    public bool EndsBatch { get; private set; }

    // Whether the server has closed the connection. A file closes none.
    public bool IsDisconnected => engine == Engine.Postgres && Connection.State != ConnectionState.Open;

    // Whether what the command at hand has done can be taken back without the others of its batch.
    public bool CanUndo => hasSavepoints || !statements.IsFailed && statements.Changes == changesBefore;

    private bool HasEffectSavepoints => hasSavepoints && engine == Engine.Postgres;

    // To set a point to return to costs SQLite a copy of each page that is written after it, and PostgreSQL a second owner for each row that
    // is locked before it and written after it. And hardly a command that has written anything is undone.
    /// <param name="useSavepoints">Whether each command can be undone alone, whatever it has written.</param>
    public void Begin(bool useSavepoints)
    {
        EndsBatch = false;
        hasSavepoints = useSavepoints;
        statements.IsFailed = false;
        memory.Forget();
        Events.BeginBatch();
        statements.Run(engine == Engine.Sqlite ? BeginImmediateStatement : BeginStatement, []);
    }

    // SQLite's one writer holds nothing that another waits for.
    public void EndBatch() => EndsBatch = engine == Engine.Postgres;

    // From here on this transaction gives up on a lock instead of waiting for it with its own locks in hand.
    public void ShortenLockWait()
    {
        if (engine == Engine.Postgres)
        {
            statements.Run(ShortenLockWaitStatement, []);
        }
    }

    // On SQLite a transaction that only reads is a snapshot.
    public ValueTask<int> BeginSnapshot() => statements.Execute(engine == Engine.Sqlite ? BeginStatement : BeginSnapshotStatement, []);

    // Asks first: a server that has refused something refuses the question too, and passes over the commit.
    public ValueTask<int> Commit()
    {
        if (engine == Engine.Postgres)
        {
            statements.QueryLater(AskStatement, static _ => 0, []);
        }

        return statements.Execute(CommitStatement, []);
    }

    // A statement failed, whoever ran it.
    public void MarkFailed() => statements.IsFailed = true;

    // What a commit leaves to be done, once those who waited for it are answered.
    public void AfterCommit() => keeper?.OnCommitted();

    public ValueTask<int> Rollback()
    {
        Rollbacks++;
        memory.Forget();
        statements.Drop();
        return statements.Execute(RollbackStatement, []);
    }

    public void BeginCommand()
    {
        Events.BeginCommand();
        changesBefore = statements.Changes;
        if (hasSavepoints)
        {
            statements.Run(BeginCommandStatement, []);
            changesBefore = statements.Changes;
        }
    }

    // With a point to return to, whatever still waits is sent: if it fails, it is this command that fails.
    public async ValueTask EndCommand()
    {
        if (hasSavepoints)
        {
            memory.Write();
            memory.Forget();
            await statements.Execute(EndCommandStatement, []);
        }
    }

    public ValueTask UndoCommand()
    {
        Events.UndoCommand();
        return hasSavepoints ? Undo(UndoCommandStatement) : CanUndo ? default : throw new BatchAbortedException();
    }

    // An effect that can be undone without the locks that were taken before it; SQLite's one writer holds none.
    public void BeginEffect()
    {
        if (HasEffectSavepoints)
        {
            statements.Run(BeginEffectStatement, []);
        }
    }

    public void EndEffect()
    {
        if (HasEffectSavepoints)
        {
            memory.Write();
            statements.Run(EndEffectStatement, []);
        }
    }

    public ValueTask UndoEffect()
    {
        Events.UndoCommand();
        return HasEffectSavepoints ? Undo(UndoEffectStatement) : UndoCommand();
    }

    // What is in memory and what waits goes to the database, which may refuse it.
    public async ValueTask FlushAll()
    {
        var isOthers = statements.Changes == changesBefore;
        memory.Write();
        RestoreChangeCount(isOthers);
        await statements.Send();
    }

    // Sends the last statements of a batch, its events among them.
    public ValueTask SendLast()
    {
        memory.Write();
        Events.Store();
        return new(statements.Send().AsTask());
    }

    // The same for somebody else who uses the connection, and may write what is not known here.
    public async ValueTask FlushAndForget()
    {
        await FlushAll();
        memory.Forget();
    }

    public LockedRows<TRow> Locked<TRow>(LockedTable<TRow> table)
        where TRow : class => memory.Of(table);

    // Something is written past all of this.
    public void CountWrite() => statements.CountWrite();

    // SQLite has no use for a row that is not written yet: its statements have no way to go.
    public void Insert(Insertion insertion, object?[] values)
    {
        if (engine == Engine.Sqlite)
        {
            statements.Run(insertion.One, values);
        }
        else
        {
            statements.CountWrite();
            memory.Add(insertion, Statements.Stored(values));
        }
    }

    /// <returns>How many rows it changed.</returns>
    public ValueTask<int> Execute(Statement statement, object?[] values)
    {
        FlushBefore(statement);
        return statements.Execute(statement, values);
    }

    // For whoever does not ask what came of it.
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
        keeper?.Dispose();
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
            var isOthers = statements.Changes == changesBefore;
            memory.FlushBefore(statement);
            RestoreChangeCount(isOthers);
        }
    }

    // What others of the batch left in memory is not written by the command at hand.
    private void RestoreChangeCount(bool isOthers) => changesBefore = isOthers ? statements.Changes : changesBefore;

    // What was not sent yet may be what fails, and then the server has passed over the undoing as well.
    private async ValueTask Undo(Statement undo)
    {
        Rollbacks++;
        memory.Forget();
        try
        {
            await statements.Send();
        }
        catch (PostgresException)
        {
            // It is to be undone anyway.
        }

        statements.IsFailed = false;
        statements.Run(undo, []);
    }
}
