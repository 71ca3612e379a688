using System.Data.Common;
using System.Globalization;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Files;
using Cryptocardium.Kernel.Secrets;
using Cryptocardium.Ledger.Contract;

namespace Cryptocardium.Host.Commands;

// Copies database, keys, evidence and exported heads while the server runs. The server is not asked: this process only reads.
internal static class Backup
{
    public static async Task<int> Run(string[] words, TextWriter output)
    {
        await Write(BackupWords.Read("backup", words), output);
        return 0;
    }

    private static async Task Write(BackupWords words, TextWriter output)
    {
        using var configuration = Composition.BuilderOf(words.Settings).Configuration;
        var directory = Composition.DirectoryOf(configuration);
        var database = Composition.DatabaseAt(directory, configuration);
        if (!KeyRing.Exists(Composition.KeysIn(directory)) || (database.Engine == Engine.Sqlite && !File.Exists(database.ConnectionString)))
        {
            throw new RemedyException($"{Path.GetFullPath(directory)} is not the Data:Directory of a server: there is nothing to back up.");
        }

        var passphrase = words.Passphrase();
        using var backup = IncompleteBackup.Begin(words.Directory);
        var incomplete = backup.Folder;
        // The heads come first: each of them must be in the database that is copied after them.
        await CopyHeads(Path.Combine(directory, BackupManifest.Heads), Path.Combine(incomplete, BackupManifest.Heads));
        await using var provider = Composition.ReadOnlyServices(directory, database);
        var (at, heads) = await CopyDatabase(provider, database, incomplete, output);

        // Files and keys come last: a row in the copy may name any that existed at its snapshot.
        await new FileStore(Path.Combine(directory, BackupManifest.Evidence), provider.GetRequiredService<IdSource>())
            .CopyTo(Path.Combine(incomplete, BackupManifest.Evidence), at, BackupFolder.Copy);
        if (passphrase is not null)
        {
            await BackupFolder.Write(Path.Combine(incomplete, BackupManifest.KeysFile), BackupKeys.Seal(Composition.KeysIn(directory), passphrase));
        }

        var manifest = new BackupManifest
        {
            Version = Verbs.Version,
            SnapshotAt = at,
            Database = database.Engine.ToString(),
            LastJournals = heads,
            Files = await BackupFolder.Hash(incomplete),
        };
        await BackupFolder.Write(Path.Combine(incomplete, BackupManifest.FileName), manifest.ToJson());
        backup.Complete();
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{words.Directory} has everything acknowledged before {at:yyyy-MM-ddTHH:mm:ss.fffZ}: {heads.Sum(static head => head.Sequence):N0} journals, {manifest.Files.Sum(static file => file.Bytes):N0} bytes."));
        if (passphrase is null)
        {
            await output.WriteLineAsync("It has no keys. Without those of this day the card numbers in it cannot be read.");
        }
    }

    private static async Task CopyHeads(string from, string to)
    {
        BackupFolder.CreateDirectory(to);
        if (Directory.Exists(from))
        {
            foreach (var path in Directory.EnumerateFiles(from))
            {
                await BackupFolder.Copy(path, Path.Combine(to, Path.GetFileName(path)));
            }
        }
    }

    // The heads are read first, which begins the snapshot that is copied. The time is taken before it: later commits may be in the copy.
    private static async Task<(DateTimeOffset At, IReadOnlyList<LedgerHead> Heads)> CopyDatabase(
        IServiceProvider provider, DatabaseOptions database, string incomplete, TextWriter output)
    {
        await using var scope = provider.CreateAsyncScope();
        var unit = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        var file = Path.Combine(incomplete, database.Engine == Engine.Sqlite ? BackupManifest.SqliteFile : BackupManifest.PostgresFile);
        await BackupFolder.Write(file, []);
        var at = provider.GetRequiredService<TimeProvider>().GetUtcNow();
        try
        {
            var heads = await unit.InSnapshot(async () =>
            {
                var heads = await scope.ServiceProvider.GetRequiredService<ILedgerHeads>().ExportTo(Path.Combine(incomplete, BackupManifest.Heads));
                await unit.CopyTo(file, share => output.WriteLine($"database: {share}"));
                return heads;
            });
            return (at, heads);
        }
        catch (DbException exception)
        {
            throw DatabaseFailure.OfReader(exception, database);
        }
    }
}
