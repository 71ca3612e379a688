using System.Data.Common;
using System.Globalization;
using System.Text;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Secrets;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Cryptocardium.Tests;

/// <summary>Every place where a run of the product can have left something: each column, each file, what is sealed opened.</summary>
public static class StoredPlaces
{
    /// <summary>All places by name, with their bytes.</summary>
    /// <param name="database">The database and the directory of the product.</param>
    /// <param name="walFrom">On PostgreSQL where its log stood before; see <see cref="WalPosition"/>.</param>
    public static async Task<Dictionary<string, byte[]>> Of(TestDatabase database, string walFrom)
    {
        var places = new Dictionary<string, byte[]>();
        await using (var connection = await Open(database))
        {
            await AddColumns(places, connection, database.Engine);
            await AddReplies(places, connection, KeyRing.Open(Path.Combine(database.Directory, "keys")));
            if (database.Engine == Engine.Postgres)
            {
                await AddLog(places, connection, walFrom);
            }
        }

        foreach (var file in Directory.EnumerateFiles(database.Directory, "*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy);
            places.Add(Path.GetRelativePath(database.Directory, file), copy.ToArray());
        }

        return places;
    }

    /// <summary>Where PostgreSQL's log stands; empty on SQLite, whose log is a file.</summary>
    public static async Task<string> WalPosition(TestDatabase database)
    {
        if (database.Engine == Engine.Sqlite)
        {
            return "";
        }

        await using var connection = await Open(database);
        return (await Read(connection, "SELECT pg_walfile_name(pg_current_wal_lsn())", row => row.GetString(0)))[0];
    }

    private static async Task AddColumns(Dictionary<string, byte[]> places, DbConnection connection, Engine engine)
    {
        var tables = await Read(
            connection,
            engine == Engine.Sqlite
                ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
                : "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'",
            row => row.GetString(0));
        foreach (var table in tables)
        {
            var rows = await Read(connection, $"SELECT * FROM \"{table}\"", row => Enumerable.Range(0, row.FieldCount)
                .Select(i => (Name: row.GetName(i), Value: row.GetValue(i))).ToArray());
            foreach (var column in rows.SelectMany(row => row).GroupBy(cell => cell.Name))
            {
                places.Add($"{table}.{column.Key}", Joined(column.Select(cell => Bytes(cell.Value))));
            }
        }
    }

    // What is kept for Idempotency-Keys, as whoever has the key reads it.
    private static async Task AddReplies(Dictionary<string, byte[]> places, DbConnection connection, KeyRing keys)
    {
        var sealer = new Sealer(keys.Derive("idempotency/reply"));
        var replies = await Read(
            connection, "SELECT sealed_body, key_hash FROM kernel_reply", row => sealer.Open((byte[])row[0], (byte[])row[1]));
        places.Add("kernel_reply, opened", Joined(replies));
    }

    private static async Task AddLog(Dictionary<string, byte[]> places, DbConnection connection, string from)
    {
        var segments = await Read(
            connection,
            $"SELECT pg_read_binary_file('pg_wal/' || name) FROM pg_ls_waldir() WHERE name >= '{from}' AND length(name) = {from.Length} ORDER BY name",
            row => (byte[])row[0]);
        // One place: what one run writes may lie on either side of a segment's end.
        using var log = new MemoryStream();
        segments.ForEach(segment => log.Write(segment));
        places.Add("pg_wal", log.ToArray());
    }

    private static async Task<DbConnection> Open(TestDatabase database)
    {
        DbConnection connection = database.Engine == Engine.Sqlite
            ? new SqliteConnection($"Data Source={database.ConnectionString};Pooling=False;Mode=ReadOnly")
            : new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    private static async Task<List<T>> Read<T>(DbConnection connection, string sql, Func<DbDataReader, T> read)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // names from this very database
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

    private static byte[] Bytes(object value) =>
        value as byte[] ?? Encoding.UTF8.GetBytes(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");

    private static byte[] Joined(IEnumerable<byte[]> parts) => [.. parts.SelectMany(part => part.Append((byte)'\n'))];
}
