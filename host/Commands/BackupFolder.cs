using System.Security.Cryptography;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Files;

namespace Cryptocardium.Host.Commands;

// The files of a backup.
internal static class BackupFolder
{
    private const string Remedy = "name a directory that this user may write.";

    public static void CreateDirectory(string path) => PrivateFile.CreateDirectory(path, Remedy);

    /// <summary>Copies an open file to a path and flushes the copy to the disk.</summary>
    public static async ValueTask Copy(Stream file, string path)
    {
        CreateDirectory(Path.GetDirectoryName(path)!);
        await using var copy = new FileStream(path, PrivateFile.Options(FileMode.CreateNew, FileAccess.Write));
        await file.CopyToAsync(copy);
        copy.Flush(flushToDisk: true);
    }

    public static async ValueTask Copy(string file, string path)
    {
        await using var source = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        await Copy(source, path);
    }

    public static async ValueTask Write(string path, byte[] content) => await Copy(new MemoryStream(content), path);

    /// <summary>Lists the files of a backup with their hashes, in order of their paths.</summary>
    public static async ValueTask<IReadOnlyList<BackupFile>> Hash(string directory)
    {
        var files = new List<BackupFile>();
        foreach (var path in Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories)
            .Where(static path => Path.GetFileName(path) != IncompleteBackup.LockFile).Order(StringComparer.Ordinal))
        {
            PrivateFile.Restrict(path);
            var name = Path.GetRelativePath(directory, path).Replace('\\', '/');
            files.Add(new BackupFile(name, new FileInfo(path).Length, await HashOf(path)));
        }

        return files;
    }

    /// <exception cref="RemedyException">A file is missing or has changed.</exception>
    public static async ValueTask Check(string directory, IReadOnlyList<BackupFile> files)
    {
        foreach (var file in files)
        {
            var path = Path.Combine(directory, file.Path);
            if (!File.Exists(path))
            {
                throw new RemedyException($"{path} is missing: the backup is damaged.");
            }

            if (new FileInfo(path).Length != file.Bytes || await HashOf(path) != file.Sha256)
            {
                throw new RemedyException($"{path} is not the file that was written: the backup is damaged.");
            }
        }
    }

    private static async ValueTask<string> HashOf(string path)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file));
    }
}
