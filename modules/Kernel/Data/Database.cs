using System.Collections.Concurrent;
using System.Data.Common;
using System.Reflection;
using Cryptocardium.Kernel.Outbox;
using Cryptocardium.Kernel.Postgres;
using Cryptocardium.Kernel.Sqlite;
using Cryptocardium.Kernel.Writing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace Cryptocardium.Kernel.Data;

/// <summary>Opens connections to the configured database and keeps idle read connections.</summary>
public sealed class Database : IAsyncDisposable
{
    /// <summary>The assembly with the migrations for SQLite.</summary>
    public const string SqliteMigrations = "Cryptocardium.Migrations.Sqlite";

    /// <summary>The assembly with the migrations for PostgreSQL.</summary>
    public const string PostgresMigrations = "Cryptocardium.Migrations.Postgres";

    private static readonly TimeSpan ReaderWait = TimeSpan.FromSeconds(5);

    // An index of a large table takes its time.
    private static readonly TimeSpan MigrationMax = TimeSpan.FromHours(6);

    private readonly DatabaseOptions options;
    private readonly IReadOnlyList<IModelPart> parts;
    private readonly NpgsqlDataSource? postgres;
    private readonly ConcurrentBag<DatabaseSession> idleReaders = [];
    private readonly SemaphoreSlim readers;
    private readonly Lazy<IModel> model;

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
        Migrations = IdsIn(options.Engine == Engine.Sqlite ? SqliteMigrations : PostgresMigrations);
        postgres = options.Engine == Engine.Postgres ? PostgresServer.Pool(options) : null;
        model = new Lazy<IModel>(ReadModel);
    }

    /// <summary>The engine.</summary>
    public Engine Engine => options.Engine;

    /// <summary>Wakes readers of the outbox.</summary>
    public EventSignal Events { get; } = new();

    /// <summary>Whether the database answers.</summary>
    public DatabaseOutage Outage { get; } = new();

    internal DatabaseOptions Options => options;

    /// <summary>EF's model, which takes a while to build on its first use.</summary>
    internal IModel Model => model.Value;

    /// <summary>The ids of the migrations of this version, in order.</summary>
    internal IReadOnlyList<string> Migrations { get; }

    /// <summary>Brings the schema up to date.</summary>
    public async Task Migrate(CancellationToken cancellationToken)
    {
        await using var connection = await Connect(cancellationToken);
        await using var db = NewContext(ContextOptions(connection));
        db.Database.SetCommandTimeout(MigrationMax);
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
            var file = SqliteFile.Open(options, SqliteFile.WriterCache);
            return new DatabaseSession(file, Engine.Sqlite, ContextOptions(file), lane: 0, new Checkpointer(file, SqliteFile.Open(options)));
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

    private IModel ReadModel()
    {
        // The model needs a provider, which needs a connection; it is not opened.
        using DbConnection unopened = options.Engine == Engine.Sqlite ? new SqliteConnection() : new NpgsqlConnection();
        using var db = NewContext(ContextOptions(unopened));
        return db.Model;
    }

    // Read from the attributes, because asking EF would build its model, and a migrated database starts without it.
    private static List<string> IdsIn(string assembly) =>
        [.. Assembly.Load(assembly).GetTypes().Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>().Order(StringComparer.Ordinal)];

    private async ValueTask<DbConnection> Connect(CancellationToken cancellationToken) =>
        postgres is null ? SqliteFile.Open(options) : await PostgresServer.Open(postgres.CreateConnection(), cancellationToken);

    private DbContextOptions<CryptocardiumDb> ContextOptions(DbConnection connection)
    {
        var builder = new DbContextOptionsBuilder<CryptocardiumDb>();
        return (options.Engine == Engine.Sqlite
            ? builder.UseSqlite(connection, sqlite => sqlite.MigrationsAssembly(SqliteMigrations))
            : builder.UseNpgsql(connection, npgsql => npgsql.MigrationsAssembly(PostgresMigrations))).Options;
    }
}
