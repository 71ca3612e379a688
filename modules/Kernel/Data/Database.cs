using Cryptocardium.Kernel.Outbox;
using Cryptocardium.Kernel.Postgres;
using Cryptocardium.Kernel.Sqlite;
using Cryptocardium.Kernel.Writing;
using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cryptocardium.Kernel.Data;

/// <summary>Opens connections to the configured database and keeps idle read connections.</summary>
public sealed class Database : IAsyncDisposable
{
    /// <summary>The assembly with the migrations for SQLite.</summary>
    public const string SqliteMigrations = "Cryptocardium.Migrations.Sqlite";

    /// <summary>The assembly with the migrations for PostgreSQL.</summary>
    public const string PostgresMigrations = "Cryptocardium.Migrations.Postgres";

    private const long SynchronousFull = 2;
    private const int AutoPreparedStatements = 200;
    private const int KeepAliveSeconds = 5;

    private static readonly TimeSpan ReaderWait = TimeSpan.FromSeconds(10);

    // A node that is suspended during a transaction holds locks that others need. The server ends its transaction after this time.
    private static readonly TimeSpan IdleMax = TimeSpan.FromSeconds(2);

    private readonly DatabaseOptions options;
    private readonly IReadOnlyList<IModelPart> parts;
    private readonly NpgsqlDataSource? postgres;
    private readonly ConcurrentBag<DatabaseSession> idleReaders = [];
    private readonly SemaphoreSlim readers;

    // Each connection is used by one command at a time, so SQLite's mutexes and memory statistics are off. It must be configured before its
    // first use.
    static Database()
    {
        SQLitePCL.Batteries_V2.Init();
        _ = SQLitePCL.raw.sqlite3_config(SQLitePCL.raw.SQLITE_CONFIG_MULTITHREAD);
        _ = SQLitePCL.raw.sqlite3_config(SQLitePCL.raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    /// <summary>Prepares access; no connection is opened yet.</summary>
    public Database(DatabaseOptions options, IEnumerable<IModelPart> parts)
    {
        this.options = options;
        this.parts = [.. parts];
        readers = new SemaphoreSlim(options.ReaderLimit);
        if (options.Engine == Engine.Postgres)
        {
            var settings = new NpgsqlConnectionStringBuilder(options.ConnectionString)
            {
                MaxAutoPrepare = AutoPreparedStatements,
                AutoPrepareMinUsages = 2,
                NoResetOnClose = true,
                Options = $"-c lock_timeout={(int)options.LockWait.TotalMilliseconds} -c idle_in_transaction_session_timeout={(int)IdleMax.TotalMilliseconds}"
                    + (options.ReadOnly ? " -c default_transaction_read_only=on" : ""),
            };
            postgres = NpgsqlDataSource.Create(settings);
        }
    }

    /// <summary>The engine.</summary>
    public Engine Engine => options.Engine;

    /// <summary>Wakes readers of the outbox.</summary>
    public EventSignal Events { get; } = new();

    internal DatabaseOptions Options => options;

    /// <summary>Brings the schema up to date.</summary>
    public async Task Migrate(CancellationToken cancellationToken)
    {
        await using var connection = await Connect(cancellationToken);
        await using var db = NewContext(ContextOptions(connection));
        await db.Database.MigrateAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        while (idleReaders.TryTake(out var session))
        {
            await session.DisposeAsync();
        }

        readers.Dispose();
        if (postgres is not null)
        {
            await postgres.DisposeAsync();
        }
    }

    internal CryptocardiumDb NewContext(DbContextOptions<CryptocardiumDb> contextOptions)
    {
        var db = new CryptocardiumDb(contextOptions, parts);
        // The writer begins and commits transactions, never a context.
        db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        db.Database.AutoSavepointsEnabled = false;
        return db;
    }

    internal async ValueTask<DatabaseSession> OpenWriter(CancellationToken cancellationToken)
    {
        if (options.Engine == Engine.Sqlite)
        {
            var file = OpenSqlite();
            return new DatabaseSession(file, Engine.Sqlite, ContextOptions(file), lane: 0, new Checkpointer(file, OpenSqlite()));
        }

        var connection = await Connect(cancellationToken);
        return new DatabaseSession(
            connection, Engine.Postgres, ContextOptions(connection), await PostgresLane.Claim(connection, cancellationToken));
    }

    internal async ValueTask<DatabaseSession> RentReader(CancellationToken cancellationToken)
    {
        if (!await readers.WaitAsync(ReaderWait, cancellationToken))
        {
            throw new OverloadedException();
        }

        if (idleReaders.TryTake(out var idle))
        {
            return idle;
        }

        try
        {
            var connection = await Connect(cancellationToken);
            return new DatabaseSession(connection, options.Engine, ContextOptions(connection), lane: -1);
        }
        catch
        {
            readers.Release();
            throw;
        }
    }

    // A reader with a failed query is not reused.
    internal async ValueTask ReturnReader(DatabaseSession session, bool broken)
    {
        if (broken)
        {
            await session.DisposeAsync();
        }
        else
        {
            idleReaders.Add(session);
        }

        readers.Release();
    }

    // Not pooled, because settings and LISTEN would survive the return to the pool.
    internal async ValueTask<NpgsqlConnection> ConnectPostgres(CancellationToken cancellationToken)
    {
        var settings = new NpgsqlConnectionStringBuilder(options.ConnectionString) { Pooling = false, KeepAlive = KeepAliveSeconds };
        var connection = new NpgsqlConnection(settings.ToString());
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private async ValueTask<DbConnection> Connect(CancellationToken cancellationToken) =>
        postgres is null ? OpenSqlite() : await postgres.OpenConnectionAsync(cancellationToken);

    private SqliteConnection OpenSqlite()
    {
        var settings = new SqliteConnectionStringBuilder
        {
            DataSource = options.ConnectionString,
            Pooling = false,
            ForeignKeys = true,
            Mode = options.ReadOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate,
        };
        var connection = new SqliteConnection(settings.ToString());
        connection.Open();
        if (options.ReadOnly)
        {
            return connection;
        }

        using var command = connection.CreateCommand();
        command.CommandText =
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-65536; " +
            "PRAGMA busy_timeout=30000; PRAGMA synchronous;";
        using var reader = command.ExecuteReader();
        long synchronous = -1;
        do
        {
            while (reader.Read())
            {
                synchronous = reader.GetValue(0) as long? ?? -1;
            }
        }
        while (reader.NextResult());

        // Checked on each connection, because the setting is not stored in the file, and without it a power failure loses commits.
        return synchronous == SynchronousFull
            ? connection
            : throw new InvalidOperationException("SQLite did not accept synchronous=FULL.");
    }

    private DbContextOptions<CryptocardiumDb> ContextOptions(DbConnection connection)
    {
        var builder = new DbContextOptionsBuilder<CryptocardiumDb>();
        return (options.Engine == Engine.Sqlite
            ? builder.UseSqlite(connection, sqlite => sqlite.MigrationsAssembly(SqliteMigrations))
            : builder.UseNpgsql(connection, npgsql => npgsql.MigrationsAssembly(PostgresMigrations))).Options;
    }
}
