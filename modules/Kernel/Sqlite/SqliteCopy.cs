using Cryptocardium.Kernel.Data;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Cryptocardium.Kernel.Sqlite;

// Copies a database page by page, as of the read transaction that is open on its connection. Commits of the server go on meanwhile; the
// write-ahead log grows by them, because a snapshot holds up checkpoints.
internal static class SqliteCopy
{
    // 16 MB. Each step reaches the disk before the next one begins, because the server's commits wait for unwritten pages of other files.
    private const int PagesPerStep = 4_096;

    // A step returns an extended code; its low byte is the primary one.
    private const int PrimaryCode = 0xFF;

    /// <exception cref="RemedyException">The copy cannot be written.</exception>
    public static void Write(SqliteConnection source, string path, Action<string> progress)
    {
        try
        {
            Copy(source, path, progress);
        }
        catch (Exception exception) when (exception is IOException || exception is SqliteException sqlite && IsOfTarget(sqlite))
        {
            throw new RemedyException($"{path} cannot be written ({exception.Message.TrimEnd('.')}); free some space, or name another directory.");
        }
    }

    // The source is only read.
    private static bool IsOfTarget(SqliteException exception) => (exception.SqliteErrorCode & PrimaryCode) switch
    {
        raw.SQLITE_FULL or raw.SQLITE_CANTOPEN => true,
        raw.SQLITE_IOERR => exception.SqliteExtendedErrorCode is not (raw.SQLITE_IOERR_READ or raw.SQLITE_IOERR_SHORT_READ),
        _ => false,
    };

    private static void Copy(SqliteConnection source, string path, Action<string> progress)
    {
        using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        target.Open();
        // A copy that fails is not used, so it needs no journal.
        using (var command = target.CreateCommand())
        {
            command.CommandText = "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;";
            command.ExecuteNonQuery();
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        using var backup = raw.sqlite3_backup_init(target.Handle, "main", source.Handle, "main");
        var share = new CopyProgress(progress);
        int result;
        do
        {
            result = raw.sqlite3_backup_step(backup, PagesPerStep);
            file.Flush(flushToDisk: true);
            var pages = raw.sqlite3_backup_pagecount(backup);
            share.Report(pages - raw.sqlite3_backup_remaining(backup), pages);
        }
        while (result == raw.SQLITE_OK);

        if (result != raw.SQLITE_DONE)
        {
            SqliteException.ThrowExceptionForRC(result, target.Handle);
        }
    }
}
