using Cryptocardium.Kernel.Data;
using Microsoft.Data.Sqlite;

namespace Cryptocardium.Kernel.Sqlite;

// Opens connections to the database file, each with its settings.
internal static class SqliteFile
{
    private const long SynchronousFull = 2;

    public static SqliteConnection Open(DatabaseOptions options)
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
}
