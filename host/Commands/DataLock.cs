using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Host.Commands;

// Lets one process write on SQLite. It caches the chain head, so a journal of another process would break the chain. The operating
// system releases the lock when the process ends, also after a crash.
internal static class DataLock
{
    private const string FileName = "in-use.lock";

    /// <param name="database">The database; on PostgreSQL no lock is needed.</param>
    /// <param name="held">The lock, held until it is disposed; null if there is none.</param>
    /// <returns>Whether this process may write.</returns>
    public static bool TryAcquire(DatabaseOptions database, out IDisposable? held)
    {
        held = null;
        if (database.Engine != Engine.Sqlite)
        {
            return true;
        }

        try
        {
            held = new FileStream(Path.Combine(DirectoryOf(database), FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    public static string Refusal(DatabaseOptions database) =>
        $"{DirectoryOf(database)} is in use by another Cryptocardium process. On SQLite one process writes at a time; stop the other one first.";

    private static string DirectoryOf(DatabaseOptions database) => Path.GetDirectoryName(Path.GetFullPath(database.ConnectionString))!;
}
