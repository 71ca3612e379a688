using System.Data.Common;
using Cryptocardium.Kernel.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Cryptocardium.Tests.Ledger;

// Runs SQL directly, without the product.
internal static class Sql
{
    public static async Task<DbConnection> Open(TestDatabase database)
    {
        DbConnection connection = database.Engine == Engine.Sqlite
            ? new SqliteConnection($"Data Source={database.ConnectionString};Pooling=False;Foreign Keys=True")
            : new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    public static async Task<int> Run(DbConnection connection, string sql)
    {
        await using var command = Command(connection, sql);
        return await command.ExecuteNonQueryAsync();
    }

    public static async Task<int> Run(DbConnection connection, Statement statement, params object[] values)
    {
        await using var command = Command(connection, statement.Sql);
        foreach (var (name, value) in statement.Parameters.Zip(values))
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@" + name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }

        return await command.ExecuteNonQueryAsync();
    }

    public static async Task<object?> One(DbConnection connection, string sql)
    {
        await using var command = Command(connection, sql);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Drops the triggers that make the ledger immutable, as an intruder would.</summary>
    public static async Task DropTriggers(DbConnection connection, Engine engine)
    {
        foreach (var table in (string[])["ledger_journal", "ledger_entry"])
        {
            if (engine == Engine.Postgres)
            {
                await Run(connection, $"ALTER TABLE {table} DISABLE TRIGGER ALL");
                continue;
            }

            await Run(connection, $"DROP TRIGGER {table}_no_update");
            await Run(connection, $"DROP TRIGGER {table}_no_delete");
        }
    }

    private static DbCommand Command(DbConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // written in the tests
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
