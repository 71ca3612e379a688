using Cryptocardium.Kernel.Postgres;
using Cryptocardium.Kernel.Sqlite;
using Microsoft.Data.Sqlite;

namespace Cryptocardium.Kernel.Data;

// The copy of a backup.
public sealed partial class UnitOfWork
{
    /// <summary>Copies the database as of the snapshot that is open.</summary>
    /// <param name="path">The new file: on SQLite a database, on PostgreSQL an archive of pg_dump.</param>
    /// <param name="progress">Receives progress from time to time.</param>
    internal async ValueTask CopyTo(string path, Action<string> progress)
    {
        var open = await Open();
        if (open.Connection is SqliteConnection connection)
        {
            SqliteCopy.Write(connection, path, progress);
        }
        else
        {
            await PostgresArchive.Write(open, database.Options, path);
        }
    }
}
