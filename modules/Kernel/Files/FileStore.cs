namespace Cryptocardium.Kernel.Files;

/// <summary>
/// Files on disk that rows refer to. A file is written into the directory <c>incoming</c> and flushed before the commit of its row, and moved
/// to its final place after that commit. So a crash leaves no row without its file, and files without a row are found in <c>incoming</c>.
/// Nodes that share a database share the directory.
/// </summary>
/// <param name="directory">The directory of the files.</param>
/// <param name="ids">Generates the names. A name contains its time of creation and nothing of the file.</param>
public sealed class FileStore(string directory, IdSource ids)
{
    private const string NamePrefix = "file";
    private const int BufferBytes = 64 * 1_024;
    private const int MillisecondsDigits = 12;

    private string Incoming => Path.Combine(directory, "incoming");

    /// <summary>Creates a file in <c>incoming</c>.</summary>
    /// <returns>The name, and the stream to write to.</returns>
    public (string Name, FileStream Stream) Create()
    {
        Directory.CreateDirectory(Incoming);
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

        return (name, new FileStream(Path.Combine(Incoming, name), options));
    }

    /// <summary>Opens a file for reading, moved or not.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public FileStream Open(string name)
    {
        try
        {
            return Read(Path.Combine(Incoming, name));
        }
        catch (IOException exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return Read(Path.Combine(directory, name));
        }
    }

    /// <summary>Moves the file of a committed row to its final place. A repeated call changes nothing.</summary>
    public void Promote(string name)
    {
        var incoming = Path.Combine(Incoming, name);
        if (File.Exists(incoming))
        {
            File.Move(incoming, Path.Combine(directory, name), overwrite: true);
        }
    }

    /// <summary>Deletes a file that no row refers to.</summary>
    public void Discard(string name) => File.Delete(Path.Combine(Incoming, name));

    /// <summary>The files in <c>incoming</c> that were created before a time.</summary>
    public IReadOnlyList<string> IncomingBefore(DateTimeOffset time)
    {
        var last = $"{NamePrefix}_{time.ToUnixTimeMilliseconds():x12}";
        return !Directory.Exists(Incoming) ? [] :
        [
            .. Directory.EnumerateFiles(Incoming).Select(path => Path.GetFileName(path)!)
                .Where(name => name.Length > NamePrefix.Length + MillisecondsDigits && string.CompareOrdinal(name, last) < 0),
        ];
    }

    private static FileStream Read(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferBytes, FileOptions.Asynchronous | FileOptions.SequentialScan);
}
