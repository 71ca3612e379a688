using System.Data.Common;
using Cryptocardium.Kernel.Files;
using Cryptocardium.Kernel.Secrets;
using Cryptocardium.Kernel.Writing;

namespace Cryptocardium.Kernel.Data;

/// <summary>
/// Prepares the database for writing. One that this version or these keys cannot serve is refused before anything is changed; the master
/// key is created for a new database only.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="keys">The keys.</param>
public sealed class DatabaseStart(Database database, KeyRing keys)
{
    // Larger files would delay the start noticeably; their damaged pages are found when they are read.
    private const long CheckedBytesMax = 32L * 1_024 * 1_024;

    private const string History = "__EFMigrationsHistory";

    private static readonly Statement QuickCheck = new("PRAGMA quick_check(1)");

    private static readonly Statement Applied = new($"""SELECT "MigrationId" AS id FROM "{History}" ORDER BY id""");

    private static readonly Statement SqliteTable = new("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = @name", "name");

    private static readonly Statement PostgresTable = new(
        "SELECT 1 FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = @name", "name");

    /// <summary>Checks database and keys, and brings the schema up to date.</summary>
    /// <exception cref="RemedyException">The database or a key is refused, or cannot be reached.</exception>
    public async Task Run(CancellationToken cancellationToken)
    {
        try
        {
            Protect();
            var session = await database.RentReader(cancellationToken);
            var isBroken = true;
            try
            {
                await Prepare(session, cancellationToken);
                isBroken = false;
            }
            finally
            {
                await database.ReturnReader(session, isBroken);
            }
        }
        catch (DbException exception) when (DatabaseFailure.Remedy(exception, database.Options) is { } remedy)
        {
            throw new RemedyException(remedy);
        }
    }

    private async Task Prepare(DatabaseSession session, CancellationToken cancellationToken)
    {
        await CheckPages(session);
        var applied = await HasTable(session, History) ? await session.Query(Applied, static row => row.GetString("id"), []) : [];
        if (applied.Except(database.Migrations).FirstOrDefault() is { } unknown)
        {
            throw new RemedyException(
                $"{DatabaseFailure.NameOf(database.Options)} was written by a newer version of this program ({unknown}); run that version, "
                + "or restore a backup of this one.");
        }

        var isKnown = await HasTable(session, StoredKeys.Table) && await StoredKeys.Verify(session, keys);
        if (!isKnown)
        {
            if (applied.Count > 0 && keys.Find(KeyRing.MasterName) is null)
            {
                throw new RemedyException(
                    $"The key {keys.FileOf(KeyRing.MasterName)} is missing, and {DatabaseFailure.NameOf(database.Options)} is not new; "
                    + "restore the keys that belong to the database.");
            }

            _ = keys.Make(KeyRing.MasterName).CheckValue;
        }

        if (applied.Count < database.Migrations.Count)
        {
            await database.Migrate(cancellationToken);
        }

        if (!isKnown)
        {
            await StoredKeys.Adopt(session, keys);
            await StoredKeys.Verify(session, keys);
        }
    }

    private async ValueTask CheckPages(DatabaseSession session)
    {
        if (database.Engine != Engine.Sqlite || new FileInfo(database.Options.ConnectionString).Length > CheckedBytesMax)
        {
            return;
        }

        var findings = await session.Query(QuickCheck, static row => row.GetString("quick_check"), []);
        if (findings is not ["ok"])
        {
            throw new RemedyException(DatabaseFailure.Damaged(database.Options));
        }
    }

    // SQLite gives its -wal and -shm files the mode of the database file.
    private void Protect()
    {
        if (database.Engine != Engine.Sqlite)
        {
            return;
        }

        var path = database.Options.ConnectionString;
        PrivateFile.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        try
        {
            PrivateFile.Protect(path);
            PrivateFile.Restrict(path + "-wal");
            PrivateFile.Restrict(path + "-shm");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RemedyException(
                $"The database {Path.GetFullPath(path)} cannot be written ({exception.Message.TrimEnd('.')}); "
                + "let this user write it, or set Data:Directory to another directory.");
        }
    }

    private async ValueTask<bool> HasTable(DatabaseSession session, string name) =>
        (await session.Query(database.Engine == Engine.Sqlite ? SqliteTable : PostgresTable, static _ => true, [name])).Count > 0;
}
