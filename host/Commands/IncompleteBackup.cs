using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Files;

namespace Cryptocardium.Host.Commands;

// The directory NAME.incomplete, into which a backup is written. It becomes NAME when everything is on the disk, and is deleted otherwise. The
// operating system releases its lock when the process ends, so the next backup beside it recognizes that of a killed process.
internal sealed class IncompleteBackup : IDisposable
{
    public const string LockFile = "backup-in-progress.lock";

    private const string Suffix = ".incomplete";

    private readonly string target;
    private readonly FileStream held;

    private IncompleteBackup(string target)
    {
        this.target = target;
        Folder = target + Suffix;
        BackupFolder.CreateDirectory(Folder);
        try
        {
            held = Lock(PathOfLock(Folder), FileMode.CreateNew);
        }
        catch
        {
            // A directory with files is of another process, which began at the same time.
            Delete(recursive: false);
            throw;
        }
    }

    public string Folder { get; }

    /// <exception cref="RemedyException">There is a backup already, complete or being written.</exception>
    public static IncompleteBackup Begin(string target)
    {
        RemoveAbandoned(Path.GetDirectoryName(target));
        foreach (var taken in new[] { target, target + Suffix })
        {
            if (Path.Exists(taken))
            {
                throw new RemedyException($"{taken} exists; a backup overwrites nothing. Name another directory, or remove it first.");
            }
        }

        return new IncompleteBackup(target);
    }

    public void Complete()
    {
        held.Dispose();
        Directory.Move(Folder, target);
    }

    public void Dispose()
    {
        held.Dispose();
        if (Directory.Exists(Folder))
        {
            Delete(recursive: true);
        }
    }

    // A failure here must not replace the exception that ended the backup.
    private void Delete(bool recursive)
    {
        try
        {
            Directory.Delete(Folder, recursive);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The next backup of this name refuses and names the directory.
        }
    }

    // Only directories with a lock file are deleted: any other is not of a backup.
    private static void RemoveAbandoned(string? parent)
    {
        if (!Directory.Exists(parent))
        {
            return;
        }

        foreach (var directory in Directory.EnumerateDirectories(parent, $"*{Suffix}").Where(static each => File.Exists(PathOfLock(each))))
        {
            try
            {
                Lock(PathOfLock(directory), FileMode.Open).Dispose();
                Directory.Delete(directory, recursive: true);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Another process writes it.
            }
        }
    }

    private static FileStream Lock(string path, FileMode mode)
    {
        var options = PrivateFile.Options(mode, FileAccess.Write);
        options.Options = FileOptions.DeleteOnClose;
        return new FileStream(path, options);
    }

    private static string PathOfLock(string directory) => Path.Combine(directory, LockFile);
}
