using Cryptocardium.Kernel.Data;
using System.Data.Common;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Cryptocardium.Kernel.Writing;

// Runs what is queued, batch by batch, on a connection that it opens when it needs one. A batch is one transaction.
internal sealed partial class BatchRunner(Database database, ChannelReader<WorkItem> queue, CommitMetrics meter, ILogger logger)
{
    private const int AttemptLimit = 8;
    private const int BackoffMilliseconds = 3;
    private const int ReopenDelayMilliseconds = 250;

    // Where other nodes want the same rows, more batches will meet them.
    private const int SavepointBatchesAfterRace = 16;

    private readonly List<WorkItem> batch = [];
    private readonly List<WorkItem> retries = [];
    private DatabaseSession? session;
    private int savepointBatches;
    private bool isAborted;

    public bool HasWork => retries.Count > 0 || queue.TryPeek(out _);

    public async ValueTask RunOne()
    {
        if (await TryOpen())
        {
            await Commit();
        }
    }

    public ValueTask Close() => session?.DisposeAsync() ?? default;

    private async ValueTask<bool> TryOpen()
    {
        try
        {
            session ??= await database.OpenWriter(CancellationToken.None);
            return true;
        }
#pragma warning disable CA1031 // whatever keeps it from opening, those who wait are answered and the turn is given back
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogOpenFailed(logger, exception);
            FailAll([.. retries, .. Drain()], exception);
            retries.Clear();
            await Task.Delay(ReopenDelayMilliseconds);
            return false;
        }
    }

    private async ValueTask Commit()
    {
        batch.Clear();
        isAborted = false;
        var isCommitting = false;
        try
        {
            session!.Begin(useSavepoints: savepointBatches > 0);
            await RunQueued();
            if (!isAborted)
            {
                await SendRest();
            }

            if (isAborted)
            {
                await Restart();
                return;
            }

            isCommitting = true;
            var started = CommitMetrics.Start();
            await session.Commit();
            meter.End(started, batch.Count);
        }
#pragma warning disable CA1031 // whatever broke the commit, the batch is unknown and the connection is not to be trusted
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var isNothingStored = isCommitting ? Failure.WasRolledBack(exception) : session!.IsDisconnected;
            await Fence();
            if (isNothingStored)
            {
                LogConnectionLost(logger, batch.Count, exception);
                batch.ForEach(TryAgain);
            }
            else
            {
                LogCommitFailed(logger, batch.Count, exception);
                FailAll(batch, new CommitUnknownException(exception));
            }

            return;
        }

        savepointBatches = Math.Max(0, savepointBatches - 1);
        foreach (var item in batch)
        {
            item.Complete();
        }

        database.Events.Publish(session!.Events.Accounts);
        session.AfterCommit();
    }

    // What fails of it fails before the commit, where it is known that nothing is stored.
    private async ValueTask SendRest()
    {
        try
        {
            await session!.SendLast();
        }
        catch (DbException exception) when (!session!.IsDisconnected)
        {
            Abort(exception);
        }
    }

    private void Abort(Exception exception)
    {
        LogAborted(logger, exception);
        isAborted = true;
        savepointBatches = Failure.IsLostRace(exception) ? SavepointBatchesAfterRace : 1;
    }

    // Nothing of it is stored; next time each command is undone alone.
    private async ValueTask Restart()
    {
        await session!.Rollback();
        retries.InsertRange(0, batch);
    }

    private async ValueTask RunQueued()
    {
        for (var repeated = retries.Count; repeated > 0 && !session!.EndsBatch && !isAborted; repeated--)
        {
            var item = retries[0];
            retries.RemoveAt(0);
            await Run(item);
        }

        // Who comes while a batch runs is for the next one, so that requests are read and answered while this one waits for the disk. A
        // server's commit takes longer than that: it is shared by all who come.
        var waiting = database.Engine == Engine.Sqlite ? Math.Max(1, queue.Count) : database.Options.BatchLimit;
        var most = Math.Min(batch.Count + waiting, database.Options.BatchLimit);

        // A command that lost a race holds the batch up no longer: what is done commits first, and frees its locks. So does one that
        // has locked what everybody needs.
        while (retries.Count == 0 && !session!.EndsBatch && !isAborted && batch.Count < most && queue.TryRead(out var item))
        {
            await Run(item);
        }
    }

    private async ValueTask Run(WorkItem item)
    {
        // From here on it belongs to the batch: whatever breaks, it is answered.
        batch.Add(item);
        if (batch.Count == 2)
        {
            // The first one holds locks now. Two batches that wait for each other's would wait until the database notices, so
            // only a command that comes first waits for long.
            session!.ShortenLockWait();
        }

        session!.BeginCommand();
        try
        {
            await item.Execute(session);
            await session.EndCommand();
        }
#pragma warning disable CA1031 // a bug in one command must not take the others of its batch with it
        catch (Exception exception)
#pragma warning restore CA1031
        {
            if (Failure.IsOfDatabase(exception) || session.IsDisconnected)
            {
                session.MarkFailed();
            }

            if (exception is BatchAbortedException || (batch.Count > 1 && !session.CanUndo))
            {
                Abort(exception);
            }
            else
            {
                await UndoOne(item, exception);
            }
        }
    }

    private async ValueTask UndoOne(WorkItem item, Exception exception)
    {
        if (session!.CanUndo)
        {
            await session.UndoCommand();
            await session.EndCommand();
        }
        else
        {
            await session.Rollback();
            session.Begin(useSavepoints: false);
        }

        batch.Remove(item);
        var isLostRace = Failure.IsLostRace(exception);
        if (isLostRace && ++item.Attempts < AttemptLimit)
        {
            if (batch.Count == 0)
            {
                // Another lane waits another time, so that two that collided do not collide again. Who holds locks does not wait.
                await Task.Delay(BackoffMilliseconds * item.Attempts * (1 + session.Lane % 5));
            }

            retries.Add(item);
        }
        else
        {
            item.Fail(isLostRace ? new OverloadedException() : exception);
        }
    }

    private void TryAgain(WorkItem item)
    {
        if (++item.Attempts < AttemptLimit)
        {
            retries.Add(item);
        }
        else
        {
            item.Fail(new OverloadedException());
        }
    }

    private async ValueTask Fence()
    {
        try
        {
            await session!.DisposeAsync();
        }
#pragma warning disable CA1031 // it is given up anyway, and its commands still wait for their answer
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogCloseFailed(logger, exception);
        }

        session = null;
    }

    private List<WorkItem> Drain()
    {
        var waiting = new List<WorkItem>();
        while (queue.TryRead(out var item))
        {
            waiting.Add(item);
        }

        return waiting;
    }

    private static void FailAll(IReadOnlyList<WorkItem> items, Exception exception)
    {
        foreach (var item in items)
        {
            item.Fail(exception);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "A commit of {Count} commands failed; its outcome is unknown and its connection is closed.")]
    private static partial void LogCommitFailed(ILogger logger, int count, Exception exception);

    [LoggerMessage(4, LogLevel.Warning, "The database closed the connection of {Count} commands; nothing of them was stored, and they are run again.")]
    private static partial void LogConnectionLost(ILogger logger, int count, Exception exception);

    [LoggerMessage(5, LogLevel.Debug, "A batch starts again, each command with a point to return to.")]
    private static partial void LogAborted(ILogger logger, Exception exception);

    [LoggerMessage(3, LogLevel.Warning, "A connection that is no longer used could not be closed.")]
    private static partial void LogCloseFailed(ILogger logger, Exception exception);

    [LoggerMessage(2, LogLevel.Error, "The database cannot be opened for writing.")]
    private static partial void LogOpenFailed(ILogger logger, Exception exception);
}
