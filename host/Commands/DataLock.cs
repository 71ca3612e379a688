using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Files;

namespace Cryptocardium.Host.Commands;

// Lets one process write on SQLite. It caches the chain head, so a journal of another process would break the chain. The operating
// system releases the lock when the process ends, also after a crash.
internal static class DataLock
{
    private const string FileName = "in-use.lock";

    // A process that was told to stop may still finish its requests.
    private const int Attempts = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Takes the lock, and waits 10 s for a process that is ending.</summary>
    /// <returns>The lock, held until it is disposed; null on PostgreSQL.</returns>
    /// <exception cref="RemedyException">Another process keeps the lock.</exception>
    public static async Task<IDisposable?> Acquire(DatabaseOptions database, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (TryAcquire(database, out var held))
            {
                return held;
            }

            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }

        throw new RemedyException(Refusal(database));
    }

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

        var path = Path.Combine(DirectoryOf(database), FileName);
        try
        {
            held = new FileStream(path, PrivateFile.Options(FileMode.OpenOrCreate, FileAccess.ReadWrite));
            PrivateFile.Restrict(path);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            return false;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RemedyException(
                $"The directory {DirectoryOf(database)} cannot be written ({exception.Message.TrimEnd('.')}); "
                + "set Data:Directory to one that this user may write.");
        }
    }

    public static string Refusal(DatabaseOptions database) =>
        $"{DirectoryOf(database)} is in use by another Cryptocardium process; stop it, or set Data:Directory to another directory.";

    private static string DirectoryOf(DatabaseOptions database) => Path.GetDirectoryName(Path.GetFullPath(database.ConnectionString))!;
}
