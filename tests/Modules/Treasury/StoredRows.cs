using System.Data.Common;
using System.Globalization;
using Cryptocardium.Kernel.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Cryptocardium.Tests.Treasury;

/// <summary>Reads rows directly from the database; a row is its columns joined by spaces.</summary>
internal static class StoredRows
{
    public static Task<string[]> Of(TestDatabase database, string sql) => Read(
        database, sql, row => string.Join(' ', Enumerable.Range(0, row.FieldCount).Select(i => Convert.ToString(row[i], CultureInfo.InvariantCulture))));

    public static Task<byte[][]> Bytes(TestDatabase database, string sql) => Read(database, sql, row => (byte[])row[0]);

    private static async Task<T[]> Read<T>(TestDatabase database, string sql, Func<DbDataReader, T> read)
    {
        await using DbConnection connection = database.Engine == Engine.Sqlite
            ? new SqliteConnection($"Data Source={database.ConnectionString};Pooling=False")
            : new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constants of the tests
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
        {
            rows.Add(read(reader));
        }

        return [.. rows];
    }
}
