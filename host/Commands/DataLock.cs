using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Host.Commands;

// On SQLite one process alone writes: it remembers where the chain of journals ends, and another one's journal would tear it. The
// operating system lets go of the lock when the process ends, however it ends.
internal static class DataLock
{
    private const string FileName = "in-use.lock";

    /// <param name="database">On PostgreSQL there is nothing to lock.</param>
    /// <param name="held">Held until it is disposed of.</param>
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
