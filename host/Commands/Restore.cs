using System.Globalization;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Postgres;

namespace Cryptocardium.Host.Commands;

// Restores a backup into an empty data directory and, on PostgreSQL, an empty database. The database file is the last to appear.
internal static class Restore
{
    private const string UnfinishedSuffix = ".restoring";

    public static async Task<int> Run(string[] words, TextWriter output)
    {
        await Read(BackupWords.Read("restore", words), output);
        return 0;
    }

    private static async Task Read(BackupWords words, TextWriter output)
    {
        using var configuration = Composition.BuilderOf(words.Settings).Configuration;
        var directory = Path.GetFullPath(Composition.DirectoryOf(configuration));
        var database = Composition.DatabaseAt(directory, configuration);
        var manifest = BackupManifest.Read(words.Directory);
        if (manifest.Database != database.Engine.ToString())
        {
            throw new RemedyException($"The backup is of {manifest.Database}; set Database:Provider={manifest.Database}.");
        }

        if (Path.Exists(directory) && (!Directory.Exists(directory) || Directory.EnumerateFileSystemEntries(directory).Any()))
        {
            throw new RemedyException($"{directory} is not empty; restore into a new Data:Directory.");
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"checking {manifest.Files.Count} files"));
        await BackupFolder.Check(words.Directory, manifest.Files);
        var passphrase = manifest.HasKeys ? words.Passphrase() : null;
        var keys = passphrase is null ? null : BackupKeys.Open(Path.Combine(words.Directory, BackupManifest.KeysFile), passphrase);

        var databaseFile = Path.Combine(words.Directory, manifest.DatabaseFile);
        if (database.Engine == Engine.Postgres)
        {
            await PostgresArchive.CheckRestore(database, databaseFile);
        }

        BackupFolder.CreateDirectory(directory);
        await WriteKeys(Composition.KeysIn(directory), keys);
        foreach (var file in manifest.Files.Where(file => file.Path != BackupManifest.KeysFile && file.Path != manifest.DatabaseFile))
        {
            await BackupFolder.Copy(Path.Combine(words.Directory, file.Path), Path.Combine(directory, file.Path));
        }

        await WriteDatabase(database, databaseFile);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{directory} is as of {manifest.SnapshotAt:yyyy-MM-ddTHH:mm:ss.fffZ}. Check it with the command verify before you start the server."));
        if (keys is null)
        {
            await output.WriteLineAsync($"The backup's keys were left out: put those of its server into {Composition.KeysIn(directory)} first.");
        }
    }

    private static async Task WriteKeys(string directory, IReadOnlyDictionary<string, string>? keys)
    {
        foreach (var (name, content) in keys ?? new Dictionary<string, string>())
        {
            await BackupFolder.Write(Path.Combine(directory, Path.GetFileName(name)), System.Text.Encoding.ASCII.GetBytes(content));
        }
    }

    private static async Task WriteDatabase(DatabaseOptions database, string file)
    {
        if (database.Engine == Engine.Postgres)
        {
            await PostgresArchive.Restore(database, file);
            return;
        }

        var unfinished = database.ConnectionString + UnfinishedSuffix;
        await BackupFolder.Copy(file, unfinished);
        File.Move(unfinished, database.ConnectionString);
    }
}
