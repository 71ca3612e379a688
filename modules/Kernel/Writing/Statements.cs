using System.Data.Common;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Postgres;
using Cryptocardium.Kernel.Sqlite;
using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace Cryptocardium.Kernel.Writing;

// Runs statements on a connection: prepared and at once on SQLite, several per round trip on PostgreSQL.
internal sealed class Statements(DbConnection connection) : IDisposable
{
    private const int InitialSlots = 64;

    private readonly SqliteConnection? sqlite = connection as SqliteConnection;
    private readonly PostgresPipeline? postgres = connection is NpgsqlConnection server ? new(server) : null;
    private SqliteStatement?[] prepared = new SqliteStatement?[InitialSlots];
    private int writes;
    private int unsentWrites;

    // A counter that differs after each write.
    public int Changes => writes + unsentWrites + (sqlite is not null ? raw.sqlite3_total_changes(sqlite.Handle) : 0);

    // Whether a statement has failed and nothing was rolled back since. PostgreSQL then refuses all further statements and answers COMMIT
    // with a rollback that looks like success; SQLite may have rolled back already.
    public bool IsFailed { get; set; }

    // Whether responses of a server are awaited without limit.
    public bool IsPatient
    {
        get => postgres is { IsPatient: true };
        set
        {
            if (postgres is not null)
            {
                postgres.IsPatient = value;
            }
        }
    }

    // Counts a write that this class does not run, or not yet.
    public void CountWrite() => writes++;

    /// <returns>The count of changed rows.</returns>
    public ValueTask<int> Execute(Statement statement, object?[] values)
    {
        if (sqlite is not null)
        {
            return new(Native(statement).Execute(Stored(values)));
        }

        writes += statement.IsWrite ? 1 : 0;
        postgres!.Add(statement, Stored(values));
        return Send();
    }

    // The outcome is not awaited: on PostgreSQL the statement is sent with the next one that is.
    public void Run(Statement statement, object?[] values)
    {
        if (sqlite is not null)
        {
            Native(statement).Execute(Stored(values));
            return;
        }

        writes += statement.IsWrite ? 1 : 0;
        postgres!.Add(statement, Stored(values));
    }

    // On PostgreSQL the rows arrive with the next statement that is awaited; on SQLite they are there at once.
    public PendingRows<T> QueryLater<T>(Statement statement, Func<IRow, T> read, object?[] values)
    {
        var pending = new PendingRows<T>();
        if (sqlite is not null)
        {
            Each(sqlite, statement, row => pending.Rows.Add(read(row)), Stored(values));
            pending.IsKnown = true;
            return pending;
        }

        // A writing statement counts once per returned row: without a row it has changed nothing.
        var change = statement.IsWrite ? 1 : 0;
        unsentWrites += change;
        postgres!.Add(statement, Stored(values), row =>
        {
            writes += change;
            pending.Rows.Add(read(row));
        });
        return pending;
    }

    public async ValueTask<List<T>> Rows<T>(PendingRows<T> pending)
    {
        if (!pending.IsKnown)
        {
            await Send();
            pending.IsKnown = true;
        }

        return pending.Rows;
    }

    public async ValueTask<int> Each(Statement statement, Action<IRow> row, object?[] values)
    {
        if (sqlite is not null)
        {
            return Each(sqlite, statement, row, Stored(values));
        }

        var count = 0;
        postgres!.Add(statement, Stored(values), each =>
        {
            row(each);
            count++;
        });
        await Send();
        return count;
    }

    // Bounds the count of pending statements.
    public async ValueTask SendSome()
    {
        if (postgres is { IsFull: true })
        {
            await Send();
        }
    }

    // Discards pending statements.
    public void Drop()
    {
        unsentWrites = 0;
        postgres?.Clear();
    }

    /// <returns>The count of rows that the last pending statement changed.</returns>
    public async ValueTask<int> Send()
    {
        if (postgres is null or { IsEmpty: true })
        {
            return 0;
        }

        unsentWrites = 0;
        try
        {
            return await postgres.Send();
        }
        catch
        {
            // Set here, because the caller may swallow the exception.
            IsFailed = true;
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var statement in prepared.OfType<SqliteStatement>())
        {
            statement.Dispose();
        }
    }

    // The parameters of a statement that the EF context runs.
    public static object[] Parameters(Engine engine, Statement statement, object?[] values)
    {
        var parameters = new object[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var (name, value) = (statement.Parameters[i], Stored(values[i]) ?? DBNull.Value);
            parameters[i] = engine == Engine.Sqlite ? new SqliteParameter(name, value) : new NpgsqlParameter(name, value);
        }

        return parameters;
    }

    public static object?[] Stored(object?[] values)
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

    private int Each(SqliteConnection connection, Statement statement, Action<IRow> row, object?[] values)
    {
        if (!statement.IsTransient)
        {
            return Native(statement).Each(values, row);
        }

        using var once = new SqliteStatement(connection, statement);
        return once.Each(values, row);
    }

    private SqliteStatement Native(Statement statement)
    {
        if (statement.Ordinal >= prepared.Length)
        {
            Array.Resize(ref prepared, Math.Max(statement.Ordinal + 1, prepared.Length * 2));
        }

        return prepared[statement.Ordinal] ??= new SqliteStatement(sqlite!, statement);
    }
}
