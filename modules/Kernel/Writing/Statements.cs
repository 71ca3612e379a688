using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Postgres;
using Cryptocardium.Kernel.Sqlite;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace Cryptocardium.Kernel.Writing;

// Runs statements on a connection: prepared and at once on SQLite, several on one way on PostgreSQL.
internal sealed class Statements(DbConnection connection) : IDisposable
{
    private const int InitialSlots = 64;

    private readonly SqliteConnection? sqlite = connection as SqliteConnection;
    private readonly PostgresPipeline? postgres = connection is NpgsqlConnection server ? new(server) : null;
    private SqliteStatement?[] prepared = new SqliteStatement?[InitialSlots];
    private int writes;
    private int unsentWrites;

    // A number that is another one when something was written.
    public int Changes => writes + unsentWrites + (sqlite is not null ? raw.sqlite3_total_changes(sqlite.Handle) : 0);

    // Whether the database has refused a statement and nothing was undone since. PostgreSQL then refuses all others, and answers a commit
    // with an undoing that looks like one; SQLite may have undone everything already.
    public bool IsFailed { get; set; }

    // What is written by others, or will be.
    public void CountWrite() => writes++;

    /// <returns>How many rows it changed.</returns>
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

    // For whoever does not ask what came of it: on PostgreSQL it is sent with the next statement that somebody waits for.
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

    // The rows are there after the next statement that somebody waits for; on SQLite they are there now.
    public PendingRows<T> QueryLater<T>(Statement statement, Func<IRow, T> read, object?[] values)
    {
        var pending = new PendingRows<T>();
        if (sqlite is not null)
        {
            Native(statement).Each(Stored(values), row => pending.Rows.Add(read(row)));
            pending.IsKnown = true;
            return pending;
        }

        // One that changed nothing returns nothing.
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
            return Native(statement).Each(Stored(values), row);
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

    // What waits is bounded.
    public async ValueTask SendSome()
    {
        if (postgres is { IsFull: true })
        {
            await Send();
        }
    }

    // Nobody needs any more what waits.
    public void Drop()
    {
        unsentWrites = 0;
        postgres?.Clear();
    }

    /// <returns>How many rows the last that waited changed.</returns>
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
            // Whatever becomes of the exception.
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

    private SqliteStatement Native(Statement statement)
    {
        if (statement.Ordinal >= prepared.Length)
        {
            Array.Resize(ref prepared, Math.Max(statement.Ordinal + 1, prepared.Length * 2));
        }

        return prepared[statement.Ordinal] ??= new SqliteStatement(sqlite!, statement);
    }
}
