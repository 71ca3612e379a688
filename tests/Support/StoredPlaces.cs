using System.Data.Common;
using System.Globalization;
using System.Text;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Replies;
using Cryptocardium.Kernel.Secrets;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Cryptocardium.Tests;

/// <summary>Reads every place where a run of the product can leave data: each column, each file, and sealed values decrypted.</summary>
public sealed class StoredPlaces : IAsyncDisposable
{
    // A record of PostgreSQL's write-ahead log that crosses a page boundary is interrupted by a page header. The first header of a
    // segment is longer, which a bit of its flags says. Source: access/xlog_internal.h.
    private const int LogPage = 8_192;
    private const int LogPageHeader = 24;
    private const int LogSegmentHeader = 40;
    private const int LogFlags = 2;
    private const int LogLongHeader = 2;

    private readonly TestDatabase database;
    private readonly DbConnection connection;
    private readonly string walFrom;

    private StoredPlaces(TestDatabase database, DbConnection connection, string walFrom) =>
        (this.database, this.connection, this.walFrom) = (database, connection, walFrom);

    /// <summary>Makes PostgreSQL keep its write-ahead log. A test calls it before the run.</summary>
    public static async Task<StoredPlaces> Watch(TestDatabase database)
    {
        DbConnection connection = database.Engine == Engine.Sqlite
            ? new SqliteConnection($"Data Source={database.ConnectionString};Pooling=False;Mode=ReadOnly")
            : new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ToString());
        await connection.OpenAsync();
        if (database.Engine == Engine.Sqlite)
        {
            return new StoredPlaces(database, connection, "");
        }

        // The slot is dropped with the connection.
        const string Keep =
            "SELECT pg_walfile_name(pg_current_wal_lsn()) FROM pg_create_physical_replication_slot('watch_' || pg_backend_pid(), true, true)";
        return new StoredPlaces(database, connection, (await Read(connection, Keep, row => row.GetString(0)))[0]);
    }

    /// <summary>The content of all places by name.</summary>
    public async Task<Dictionary<string, byte[]>> Read()
    {
        var places = new Dictionary<string, byte[]>();
        await AddColumns(places);
        await AddReplies(places, KeyRing.Open(Path.Combine(database.Directory, "keys")));
        if (database.Engine == Engine.Postgres)
        {
            await AddLog(places);
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

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private async Task AddColumns(Dictionary<string, byte[]> places)
    {
        var tables = await Read(
            connection,
            database.Engine == Engine.Sqlite
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

    // Stored replies of Idempotency-Keys, decrypted.
    private async Task AddReplies(Dictionary<string, byte[]> places, KeyRing keys)
    {
        var sealer = new Sealer(keys.Derive("idempotency/reply"));
        var replies = await Read(
            connection, "SELECT sealed_body, key_hash FROM kernel_reply", row => ReplyBody.Open(sealer, (byte[])row[0], (byte[])row[1]));
        places.Add("kernel_reply, opened", Joined(replies));
    }

    // The log is one place because a record may cross the end of a page or of a segment.
    private async Task AddLog(Dictionary<string, byte[]> places)
    {
        var segments = await Read(
            connection,
            $"""
             SELECT pg_read_binary_file('pg_wal/' || name) FROM pg_ls_waldir()
             WHERE length(name) = {walFrom.Length} AND name >= '{walFrom}' AND name <= pg_walfile_name(pg_current_wal_lsn()) ORDER BY name
             """,
            row => (byte[])row[0]);
        using var log = new MemoryStream();
        foreach (var page in segments.SelectMany(segment => segment.Chunk(LogPage)))
        {
            log.Write(page.AsSpan((page[LogFlags] & LogLongHeader) == 0 ? LogPageHeader : LogSegmentHeader));
        }

        places.Add("pg_wal", log.ToArray());
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
