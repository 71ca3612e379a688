namespace Cryptocardium.Kernel.Files;

/// <summary>
/// Files that belong to rows, on disk. A file is written whole and flushed before the commit that names it, into a waiting room; it
/// moves to its place after that commit. So a crash leaves no row without its file, and what no row names stays in the waiting
/// room, where it is found. Nodes that share a database share the directory.
/// </summary>
/// <param name="directory">Where the files lie.</param>
/// <param name="ids">Names them; a name says nothing of its file, and when it was made.</param>
public sealed class FileStore(string directory, IdSource ids)
{
    private const string NamePrefix = "file";
    private const int BufferBytes = 64 * 1_024;
    private const int MillisecondsDigits = 12;

    private string Waiting => Path.Combine(directory, "incoming");

    /// <summary>Begins a file.</summary>
    /// <returns>Its name, and the stream to write it with.</returns>
    public (string Name, FileStream Stream) Create()
    {
        Directory.CreateDirectory(Waiting);
        var name = ids.NewText(NamePrefix);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Options = FileOptions.Asynchronous,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return (name, new FileStream(Path.Combine(Waiting, name), options));
    }

    /// <summary>Opens a file for reading, wherever it is.</summary>
    /// <exception cref="FileNotFoundException">It is not here.</exception>
    public FileStream Open(string name)
    {
        try
        {
            return Read(Path.Combine(Waiting, name));
        }
        catch (IOException exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return Read(Path.Combine(directory, name));
        }
    }

    /// <summary>A row names it: it moves to its place. Doing it twice changes nothing.</summary>
    public void Promote(string name)
    {
        var waiting = Path.Combine(Waiting, name);
        if (File.Exists(waiting))
        {
            File.Move(waiting, Path.Combine(directory, name), overwrite: true);
        }
    }

    /// <summary>No row names it.</summary>
    public void Discard(string name) => File.Delete(Path.Combine(Waiting, name));

    /// <summary>Files that were begun before a time and are still in the waiting room.</summary>
    public IReadOnlyList<string> IncomingBefore(DateTimeOffset time)
    {
        var last = $"{NamePrefix}_{time.ToUnixTimeMilliseconds():x12}";
        return !Directory.Exists(Waiting) ? [] :
        [
            .. Directory.EnumerateFiles(Waiting).Select(path => Path.GetFileName(path)!)
                .Where(name => name.Length > NamePrefix.Length + MillisecondsDigits && string.CompareOrdinal(name, last) < 0),
        ];
    }

    private static FileStream Read(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferBytes, FileOptions.Asynchronous | FileOptions.SequentialScan);
}
