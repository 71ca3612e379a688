using Cryptocardium.Kernel.Writing;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Cryptocardium.Kernel.Sqlite;

// Moves pages from SQLite's write-ahead log into the database file. SQLite itself does this within a commit, in one step, while all commands
// wait. Here a second connection moves them concurrently with commits, in passes, until so few are left that the writer moves them between two
// commits. The log restarts only when all pages are moved.
internal sealed class Checkpointer : IDisposable
{
    /// <summary>Pages in the log before a checkpoint begins: 16 MB.</summary>
    private const int Distance = 4_000;

    /// <summary>Pages that the writer may move itself, within a few milliseconds.</summary>
    private const int WriterPagesMax = 250;

    /// <summary>Passes after which the writer moves the rest, because pages arrive faster than passes move them.</summary>
    private const int PassesMax = 3;

    private readonly SqliteConnection writer;
    private readonly SqliteConnection other;
    private readonly WriterThread background;
    private int behind;
    private int due = Distance;
    private int passes;
    private int sinceStart;
    private int left;
    private volatile bool isCheckpointing;
    private bool hasCheckpointed;

    /// <param name="writer">The connection that commits.</param>
    /// <param name="other">A second connection to the same database, owned by this object.</param>
    public Checkpointer(SqliteConnection writer, SqliteConnection other)
    {
        (this.writer, this.other) = (writer, other);
        _ = raw.sqlite3_wal_autocheckpoint(writer.Handle, 0);
        background = new WriterThread(CheckpointInBackground);
    }

    /// <summary>Must be called after each commit.</summary>
    public void OnCommitted()
    {
        _ = raw.sqlite3_db_status(writer.Handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, resetFlg: 1);
        behind += pages;
        sinceStart += pages;
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
            sinceStart = 0;
            isCheckpointing = true;
            background.Signal();
        }
    }

    public void Dispose()
    {
        background.Dispose();
        other.Dispose();
    }

    // Decides on the pages that a pass has left: the writer moves them, or another pass does. A pass held up by an old snapshot is retried later.
    private void ScheduleNext()
    {
        behind = left + sinceStart;
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

    // Moves the pages that can be moved without waiting for a reader.
    /// <returns>The count of pages left.</returns>
    private static int Checkpoint(SqliteConnection connection)
    {
        var result = raw.sqlite3_wal_checkpoint_v2(connection.Handle, "main", raw.SQLITE_CHECKPOINT_PASSIVE, out var all, out var moved);
        return result == raw.SQLITE_OK ? all - moved : Distance;
    }
}
