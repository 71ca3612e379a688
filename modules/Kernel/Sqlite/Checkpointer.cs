using Cryptocardium.Kernel.Writing;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Cryptocardium.Kernel.Sqlite;

// Moves pages from SQLite's write-ahead log into its file. By itself SQLite does so within a commit, all that can be moved, and everybody waits.
// Here a connection of its own moves them beside the commits, and again what was written meanwhile, until so little is left that the
// writer moves it between two commits: only when all is moved does the log begin anew.
internal sealed class Checkpointer : IDisposable
{
    /// <summary>Pages in the log, some megabytes, that are worth the trouble.</summary>
    private const int Distance = 4_000;

    /// <summary>Pages; moved within a few milliseconds.</summary>
    private const int WriterPagesMax = 250;

    /// <summary>Where pages come faster than that, a few of them more are moved.</summary>
    private const int PassesMax = 3;

    private readonly SqliteConnection writer;
    private readonly SqliteConnection other;
    private readonly WriterThread background;
    private int behind;
    private int due = Distance;
    private int passes;
    private int sinceAsked;
    private int left;
    private volatile bool isCheckpointing;
    private bool hasCheckpointed;

    /// <param name="writer">The connection that commits.</param>
    /// <param name="other">A connection to the same database that nobody else uses.</param>
    public Checkpointer(SqliteConnection writer, SqliteConnection other)
    {
        (this.writer, this.other) = (writer, other);
        _ = raw.sqlite3_wal_autocheckpoint(writer.Handle, 0);
        background = new WriterThread(CheckpointInBackground);
    }

    /// <summary>To be called after each commit.</summary>
    public void OnCommitted()
    {
        _ = raw.sqlite3_db_status(writer.Handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, resetFlg: 1);
        behind += pages;
        sinceAsked += pages;
        if (isCheckpointing)
        {
            return;
        }

        if (hasCheckpointed)
        {
            hasCheckpointed = false;
            ScheduleNext();
        }

        if (behind >= due)
        {
            passes++;
            sinceAsked = 0;
            isCheckpointing = true;
            background.Signal();
        }
    }

    public void Dispose()
    {
        background.Dispose();
        other.Dispose();
    }

    // What is left after a pass: for the writer, for another pass, or, while somebody reads what was before it, for later.
    private void ScheduleNext()
    {
        behind = left + sinceAsked;
        var isHeldUp = left >= Distance;
        if (behind <= WriterPagesMax || (passes >= PassesMax && !isHeldUp))
        {
            behind = Checkpoint(writer);
            (due, passes) = (behind + Distance, 0);
        }
        else
        {
            due = isHeldUp ? behind + Distance : behind;
        }
    }

    private Task CheckpointInBackground()
    {
        left = Checkpoint(other);
        hasCheckpointed = true;
        isCheckpointing = false;
        return Task.CompletedTask;
    }

    // As much as can be moved without waiting for anybody.
    /// <returns>How many pages were left.</returns>
    private static int Checkpoint(SqliteConnection connection)
    {
        var result = raw.sqlite3_wal_checkpoint_v2(connection.Handle, "main", raw.SQLITE_CHECKPOINT_PASSIVE, out var all, out var moved);
        return result == raw.SQLITE_OK ? all - moved : Distance;
    }
}
