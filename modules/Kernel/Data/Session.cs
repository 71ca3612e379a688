using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Kernel.Data;

// A connection with its prepared statements. One command at a time uses it.
internal sealed class Session(DbConnection connection, Engine engine, DbContextOptions<CryptocardiumDb> options, int lane)
    : IAsyncDisposable
{
    private const string SavepointName = "command";
    private const int InitialStatements = 64;

    private static readonly Statement BeginStatement = new("BEGIN");
    private static readonly Statement BeginImmediateStatement = new("BEGIN IMMEDIATE");
    private static readonly Statement BeginSnapshotStatement = new("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY");
    private static readonly Statement CommitStatement = new("COMMIT");
    private static readonly Statement SavepointStatement = new("SAVEPOINT " + SavepointName);
    private static readonly Statement ReleaseStatement = new("RELEASE SAVEPOINT " + SavepointName);
    private static readonly Statement UndoStatement = new("ROLLBACK TO SAVEPOINT " + SavepointName);

    // Milliseconds, until the commit.
    private static readonly Statement WaitBrieflyStatement = new("SET LOCAL lock_timeout = 10");

    private DbCommand?[] prepared = new DbCommand?[InitialStatements];
    private SqliteStatement?[] writes = new SqliteStatement?[InitialStatements];

    public DbConnection Connection => connection;

    public Engine Engine => engine;

    // Made once and used by one command after the other: a new context over an open connection costs more than a query, and on
    // SQLite it redefines functions, which throws away every prepared statement.
    public CryptocardiumDb? Context { get; set; }

    public DbContextOptions<CryptocardiumDb> Options => options;

    // Names the ledger's chain that this connection extends; no two open writers share one.
    public int Lane => lane;

    // Grows with every undone effect: whoever keeps state about what this connection wrote must read it again.
    public int Undos { get; private set; }

    // Set when a command has locked what every account's commands need: nothing more joins it in this commit.
    public bool EndsBatch { get; private set; }

    // Whether the server has closed the connection. A file closes none.
    public bool IsCutOff => engine == Engine.Postgres && connection.State != ConnectionState.Open;

    public ValueTask<int> Begin()
    {
        EndsBatch = false;
        return Execute(engine == Engine.Sqlite ? BeginImmediateStatement : BeginStatement, []);
    }

    // SQLite's one writer holds nothing that another waits for.
    public void EndBatch() => EndsBatch = engine == Engine.Postgres;

    // From here on this transaction gives up on a lock instead of waiting for it with its own locks in hand.
    public async ValueTask WaitBriefly()
    {
        if (engine == Engine.Postgres)
        {
            await Execute(WaitBrieflyStatement, []);
        }
    }

    // On SQLite a transaction that only reads is a snapshot.
    public ValueTask<int> BeginSnapshot() => Execute(engine == Engine.Sqlite ? BeginStatement : BeginSnapshotStatement, []);

    public ValueTask<int> Commit() => Execute(CommitStatement, []);

    public ValueTask<int> Savepoint() => Execute(SavepointStatement, []);

    public ValueTask<int> Release() => Execute(ReleaseStatement, []);

    public ValueTask<int> Undo()
    {
        Undos++;
        return Execute(UndoStatement, []);
    }

    public ValueTask<int> Execute(Statement statement, object?[] values) => connection is SqliteConnection sqlite
        ? new(Native(sqlite, statement).Execute(Stored(values)))
        : new(Bind(statement, values).ExecuteNonQueryAsync());

    public async ValueTask<int> Each(Statement statement, Action<IRow> row, object?[] values)
    {
        if (connection is SqliteConnection sqlite)
        {
            return Native(sqlite, statement).Each(Stored(values), row);
        }

        await using var reader = await Bind(statement, values).ExecuteReaderAsync();
        var current = new PostgresRow(reader);
        var count = 0;
        while (await reader.ReadAsync())
        {
            row(current);
            count++;
        }

        return count;
    }

    public async ValueTask<List<T>> Query<T>(Statement statement, Func<DbDataReader, T> read, object?[] values)
    {
        var command = Bind(statement, values);
        var rows = new List<T>();
        if (engine == Engine.Sqlite)
        {
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                rows.Add(read(reader));
            }
        }
        else
        {
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                rows.Add(read(reader));
            }
        }

        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var statement in prepared.OfType<IDisposable>().Concat(writes.OfType<IDisposable>()))
        {
            statement.Dispose();
        }

        if (Context is not null)
        {
            await Context.DisposeAsync();
        }

        await connection.DisposeAsync();
    }

    private SqliteStatement Native(SqliteConnection sqlite, Statement statement) =>
        Slot(ref writes, statement, () => new SqliteStatement(sqlite, statement));

    private DbCommand Bind(Statement statement, object?[] values)
    {
        var command = Slot(ref prepared, statement, () => Prepare(statement));
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = Stored(values[i]) ?? DBNull.Value;
        }

        return command;
    }

    private static T Slot<T>(ref T?[] slots, Statement statement, Func<T> prepare)
        where T : class
    {
        if (statement.Ordinal >= slots.Length)
        {
            Array.Resize(ref slots, Math.Max(statement.Ordinal + 1, slots.Length * 2));
        }

        return slots[statement.Ordinal] ??= prepare();
    }

    // PostgreSQL prepares by itself on the second use (see Database), when it has seen the parameters' types.
    private DbCommand Prepare(Statement statement)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // the text is a constant of the program
        command.CommandText = statement.Sql;
#pragma warning restore CA2100
        foreach (var name in statement.Parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@" + name;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static object?[] Stored(object?[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Stored(values[i]);
        }

        return values;
    }

    private static object? Stored(object? value) => value switch
    {
        Usd amount => amount.Micros,
        DateTimeOffset time => time.ToUnixTimeMilliseconds(),
        Mode mode => mode.Text(),
        AccountId account => account.Value,
        _ => value,
    };
}
