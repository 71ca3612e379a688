using Cryptocardium.Kernel.Data;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Cryptocardium.Kernel.Sqlite;

// Opens connections to the database file, each with its settings.
internal static class SqliteFile
{
    /// <summary>Kibibytes of pages that the writer caches: the newest pages of each table and index, and much of a large index.</summary>
    public const int WriterCache = 32_768;

    /// <summary>
    /// Kibibytes of pages that each reader caches. A commit of the writer discards them all, so a larger cache would hold pages that nothing reads
    /// again, and SQLite returns no page to the system.
    /// </summary>
    public const int ReaderCache = 2_048;

    private const long SynchronousFull = 2;

    // SQLITE_DBCONFIG_ENABLE_QPSG of sqlite3.h.
    private const int StableQueryPlans = 1007;

    /// <param name="options">The file.</param>
    /// <param name="cache">The limit of the page cache in kibibytes.</param>
    public static SqliteConnection Open(DatabaseOptions options, int cache = ReaderCache)
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

        // Keeps prepared plans: without it, each new value of a LIMIT parameter, and of some conditions, has the statement prepared again.
        _ = raw.sqlite3_db_config(connection.Handle, StableQueryPlans, 1, out _);
        if (options.ReadOnly)
        {
            return connection;
        }

        using var command = connection.CreateCommand();
        command.CommandText =
            $"PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-{cache}; " +
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
}
