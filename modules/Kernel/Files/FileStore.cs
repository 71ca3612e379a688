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
    private const string IncomingFolder = "incoming";
    private const int BufferBytes = 64 * 1_024;
    private const int MillisecondsDigits = 12;

    // Longer than any upload and the commit that names its file.
    private static readonly TimeSpan Recent = TimeSpan.FromDays(2);

    private string Incoming => Path.Combine(directory, IncomingFolder);

    /// <summary>Creates a file in <c>incoming</c>.</summary>
    /// <returns>The name, and the stream to write to.</returns>
    public (string Name, FileStream Stream) Create()
    {
        PrivateFile.CreateDirectory(directory);
        PrivateFile.CreateDirectory(Incoming);
        var name = ids.NewText(NamePrefix);
        // Shared, because a backup reads files that are being written.
        var options = PrivateFile.Options(FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        options.Options = FileOptions.Asynchronous;
        options.BufferSize = 0;
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
        var last = FirstAt(time);
        return !Directory.Exists(Incoming) ? [] :
        [
            .. Directory.EnumerateFiles(Incoming).Select(path => Path.GetFileName(path)!)
                .Where(name => name.Length > NamePrefix.Length + MillisecondsDigits && string.CompareOrdinal(name, last) < 0),
        ];
    }

    /// <summary>
    /// Copies all files into another directory, after a snapshot of the rows. A recent file may belong to a command that is not in the snapshot,
    /// so it is copied to <c>incoming</c>, where the program keeps those that a row names and deletes the others.
    /// </summary>
    /// <param name="target">The directory.</param>
    /// <param name="snapshot">The time of the snapshot.</param>
    /// <param name="copy">Copies an open file to a path.</param>
    public async ValueTask CopyTo(string target, DateTimeOffset snapshot, Func<FileStream, string, ValueTask> copy)
    {
        // Files move from incoming to the directory, so this order misses none.
        string[] names = [.. NamesIn(Incoming).Union(NamesIn(directory), StringComparer.Ordinal)];
        var recent = FirstAt(snapshot - Recent);
        foreach (var name in names)
        {
            var place = string.CompareOrdinal(name, recent) < 0 ? target : Path.Combine(target, IncomingFolder);
            FileStream file;
            try
            {
                file = Open(name);
            }
            catch (IOException exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
            {
                // Deleted since it was listed, because no row names it.
                continue;
            }

            await using (file)
            {
                await copy(file, Path.Combine(place, name));
            }
        }
    }

    private static IEnumerable<string> NamesIn(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, $"{NamePrefix}_*").Select(static path => Path.GetFileName(path)) : [];

    // The least name of a file that is created at a time.
    private static string FirstAt(DateTimeOffset time) => $"{NamePrefix}_{time.ToUnixTimeMilliseconds():x12}";

    private static FileStream Read(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BufferBytes, FileOptions.Asynchronous | FileOptions.SequentialScan);
}
