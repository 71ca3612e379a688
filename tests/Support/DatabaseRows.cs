using System.Data.Common;
using Cryptocardium.Kernel.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Cryptocardium.Tests;

/// <summary>Queries a database directly, without the product.</summary>
public static class DatabaseRows
{
    /// <summary>The rows of a query, each mapped by the caller.</summary>
    /// <param name="database">The database; the product may be using it.</param>
    /// <param name="sql">A constant of the test.</param>
    /// <param name="read">Reads one row.</param>
    public static async Task<List<T>> Of<T>(TestDatabase database, string sql, Func<DbDataReader, T> read)
    {
        await using DbConnection connection = database.Engine == Engine.Sqlite
            ? new SqliteConnection($"Data Source={database.ConnectionString};Pooling=False;Mode=ReadOnly")
            : new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constants of tests
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>A query's one number.</summary>
    public static async Task<long> Number(TestDatabase database, string sql) =>
        (await Of(database, sql, row => Convert.ToInt64(row[0], null)))[0];
}
