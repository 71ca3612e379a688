using System.Data.Common;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Secrets;
using Microsoft.Data.Sqlite;
using Npgsql;
using Xunit;

namespace Cryptocardium.Tests;

/// <summary>
/// A database for one test, copied from one that is migrated once per run. It is deleted with the test, and kept if the test
/// needs its files after a crash.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    /// <summary>Names the environment variable with the connection string of a PostgreSQL server that tests may use.</summary>
    public const string PostgresVariable = "CRYPTOCARDIUM_POSTGRES";

    private static readonly SemaphoreSlim Gate = new(1);
    private static string? sqliteTemplate;
    private static string? postgresTemplate;

    private TestDatabase(Engine engine, string directory, string connectionString)
    {
        Engine = engine;
        Directory = directory;
        ConnectionString = connectionString;
    }

    /// <summary>The server's connection string, or null when there is none.</summary>
    public static string? PostgresServer => Environment.GetEnvironmentVariable(PostgresVariable);

    /// <summary>The engine.</summary>
    public Engine Engine { get; }

    /// <summary>The directory of this test's files and keys.</summary>
    public string Directory { get; }

    /// <summary>The connection string; for SQLite the path of the file.</summary>
    public string ConnectionString { get; }

    /// <summary>The host's arguments for this database.</summary>
    public string[] Arguments => Engine == Engine.Sqlite
        ? [$"--Data:Directory={Directory}"]
        : [$"--Data:Directory={Directory}", "--Database:Provider=Postgres", $"--Database:ConnectionString={ConnectionString}"];

    /// <summary>A fresh, migrated database and its master key.</summary>
    public static async Task<TestDatabase> Create(Engine engine)
    {
        var directory = System.IO.Directory.CreateTempSubdirectory("cryptocardium-test-").FullName;
        _ = KeyRing.Open(Path.Combine(directory, "keys")).Make(KeyRing.MasterName);
        await Gate.WaitAsync();
        try
        {
            return engine == Engine.Sqlite ? await CopySqlite(directory) : await CopyPostgres(directory);
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>An empty directory and, on PostgreSQL, an empty database, to restore a backup into.</summary>
    public static async Task<TestDatabase> CreateEmpty(Engine engine)
    {
        var directory = System.IO.Directory.CreateTempSubdirectory("cryptocardium-empty-").FullName;
        if (engine == Engine.Sqlite)
        {
            return new TestDatabase(engine, directory, Path.Combine(directory, "cryptocardium.db"));
        }

        var name = $"empty_{Environment.ProcessId}_{Path.GetRandomFileName()}";
        await Server($"CREATE DATABASE \"{name}\"");
        return new TestDatabase(engine, directory, On(name));
    }

    /// <summary>Changes the database directly, as a bug or an intruder would.</summary>
    public async Task Execute(string sql)
    {
        await using DbConnection connection = Engine == Engine.Sqlite
            ? new SqliteConnection($"Data Source={ConnectionString};Pooling=False")
            : new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // a test's own text
        command.CommandText = sql;
#pragma warning restore CA2100
        Assert.True(await command.ExecuteNonQueryAsync() != 0, $"Nothing was changed by: {sql}");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Engine == Engine.Postgres)
        {
            await Server($"DROP DATABASE \"{new NpgsqlConnectionStringBuilder(ConnectionString).Database}\" WITH (FORCE)");
        }

        System.IO.Directory.Delete(Directory, recursive: true);
    }

    private static async Task<TestDatabase> CopySqlite(string directory)
    {
        if (sqliteTemplate is null)
        {
            var path = Path.Combine(System.IO.Directory.CreateTempSubdirectory("cryptocardium-template-").FullName, "template.db");
            await Migrate(new DatabaseOptions(Engine.Sqlite, path));
            sqliteTemplate = path;
        }

        var file = Path.Combine(directory, "cryptocardium.db");
        File.Copy(sqliteTemplate, file);
        return new TestDatabase(Engine.Sqlite, directory, file);
    }

    private static async Task<TestDatabase> CopyPostgres(string directory)
    {
        if (postgresTemplate is null)
        {
            var template = $"template_{Environment.ProcessId}_{Path.GetRandomFileName()}";
            await Server($"CREATE DATABASE \"{template}\"");
            await Migrate(new DatabaseOptions(Engine.Postgres, On(template)));
            NpgsqlConnection.ClearAllPools();
            postgresTemplate = template;
        }

        var name = $"test_{Environment.ProcessId}_{Path.GetRandomFileName()}";
        await Server($"CREATE DATABASE \"{name}\" TEMPLATE \"{postgresTemplate}\"");
        return new TestDatabase(Engine.Postgres, directory, On(name));
    }

    private static async Task Migrate(DatabaseOptions options)
    {
        await using var database = new Database(options, Modules.ModelParts());
        await database.Migrate(CancellationToken.None);
    }

    private static string On(string database) => new NpgsqlConnectionStringBuilder(PostgresServer) { Database = database, Pooling = true }.ToString();

    private static async Task Server(string sql)
    {
        await using var source = NpgsqlDataSource.Create(PostgresServer!);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
