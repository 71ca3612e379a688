using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Cryptocardium.Kernel.Data;

// Moves pages from SQLite's write-ahead log into its file. By itself SQLite does so within a commit, all that can be moved; after somebody
// has read for some seconds, which keeps the log from being moved, that is much. Here a writer moves a little at a time, between commits,
// and what has become much is moved beside it.
internal sealed class LogKeeper : IDisposable
{
    /// <summary>Pages; what SQLite takes for the right distance as well.</summary>
    private const int Distance = 1_000;

    /// <summary>Pages; moved within some milliseconds.</summary>
    private const int OwnMost = 2_000;

    private readonly SqliteConnection writer;
    private readonly SqliteConnection other;
    private readonly WriterThread beside;
    private int behind;
    private int sinceTried;
    private int sinceAsked;
    private int left;
    private volatile bool isMovingBeside;
    private bool wasMovedBeside;

    /// <param name="writer">The connection that commits.</param>
    /// <param name="other">A connection to the same database that nobody else uses.</param>
    public LogKeeper(SqliteConnection writer, SqliteConnection other)
    {
        (this.writer, this.other) = (writer, other);
        _ = raw.sqlite3_wal_autocheckpoint(writer.Handle, 0);
        beside = new WriterThread(MoveBeside);
    }

    /// <summary>To be called after each commit.</summary>
    public void Committed()
    {
        _ = raw.sqlite3_db_status(writer.Handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, resetFlg: 1);
        behind += pages;
        sinceTried += pages;
        sinceAsked += pages;
        if (isMovingBeside || sinceTried < Distance)
        {
            return;
        }

        if (wasMovedBeside)
        {
            (behind, wasMovedBeside) = (left + sinceAsked, false);
        }

        sinceTried = 0;
        if (behind <= OwnMost)
        {
            behind = Move(writer);
        }
        else
        {
            sinceAsked = 0;
            isMovingBeside = true;
            beside.Ask();
        }
    }

    public void Dispose()
    {
        beside.Dispose();
        other.Dispose();
    }

    private Task MoveBeside()
    {
        left = Move(other);
        wasMovedBeside = true;
        isMovingBeside = false;
        return Task.CompletedTask;
    }

    // As much as can be moved without waiting for anybody.
    /// <returns>How many pages were left.</returns>
    private static int Move(SqliteConnection connection)
    {
        var result = raw.sqlite3_wal_checkpoint_v2(connection.Handle, "main", raw.SQLITE_CHECKPOINT_PASSIVE, out var all, out var moved);
        return result == raw.SQLITE_OK ? all - moved : Distance;
    }
}
