using System.Data.Common;
using Cryptocardium.Kernel.Data;
using Microsoft.Extensions.Logging;

namespace Cryptocardium.Kernel.Writing;

// Runs queued commands in batches, on a connection that it opens on first use. A batch is one transaction.
internal sealed partial class BatchRunner(Database database, WorkQueue queue, CommitMetrics metrics, ILogger logger)
{
    private const int AttemptLimit = 8;
    private const int BackoffMilliseconds = 3;
    private const int ReopenDelayMilliseconds = 250;

    // After a lost race further batches are likely to meet the same rows.
    private const int SavepointBatchesAfterRace = 16;

    private readonly List<WorkItem> batch = [];
    private readonly List<WorkItem> retries = [];
    // The age from which a command is not tried again. Its caller has waited for two lock waits, or for a server that does not respond.
    private readonly TimeSpan ageMax = TimeSpan.FromSeconds(4) + 2 * database.Options.LockWait;

    private DatabaseSession? session;
    private int savepointBatches;
    private bool isAborted;

    public bool HasWork => retries.Count > 0 || !queue.IsEmpty;

    public async ValueTask RunOne()
    {
        if (await TryBegin())
        {
            await Commit();
        }
    }

    public ValueTask Close() => session?.DisposeAsync() ?? default;

    private async ValueTask<bool> TryBegin()
    {
        try
        {
            session ??= await database.OpenWriter(CancellationToken.None);
            session.Begin(useSavepoints: savepointBatches > 0);
            return true;
        }
#pragma warning disable CA1031 // every failure to begin must fail the queued commands and release the writer
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var isAway = database.Outage.Covers(exception);
            if (!isAway)
            {
                LogOpenFailed(logger, exception);
            }

            await Discard();
            while (queue.TryRead(out var item))
            {
                retries.Add(item);
            }

            FailAll(retries, isAway ? new OverloadedException() : exception);
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
            await session!.Commit();
            metrics.End(started, batch.Count);
        }
#pragma warning disable CA1031 // after any failure the outcome of the batch is unknown and the connection is unusable
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var isNothingStored = isCommitting ? Failure.WasRolledBack(exception) : session!.IsDisconnected || Failure.IsDiskFull(exception);
            await Discard();
            if (isNothingStored && Failure.IsDiskFull(exception))
            {
                FailAll(batch, exception);
            }
            else if (isNothingStored)
            {
                if (!database.Outage.Covers(exception))
                {
                    LogConnectionLost(logger, batch.Count, exception);
                }

                batch.ForEach(Retry);
            }
            else
            {
                LogCommitFailed(logger, batch.Count, exception);
                FailAll(batch, new CommitUnknownException(exception));
            }

            return;
        }

        savepointBatches = Math.Max(0, savepointBatches - 1);
        batch.ForEach(static item => item.Complete());

        database.Events.Publish(session!.Events.Accounts);
        session.AfterCommit();
    }

    // Sends the pending statements before the COMMIT: a failure here means that nothing is stored.
    private async ValueTask SendRest()
    {
        try
        {
            await session!.SendLast();
        }
        catch (DbException exception) when (!session!.IsDisconnected && !Failure.IsDiskFull(exception))
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

    // Rolls the batch back and queues it again; the next batch has savepoints.
    private async ValueTask Restart()
    {
        await session!.Rollback();
        retries.InsertRange(0, batch);
    }

    private async ValueTask RunQueued()
    {
        for (var left = retries.Count; left > 0 && !session!.EndsBatch && !isAborted; left--)
        {
            var item = retries[0];
            retries.RemoveAt(0);
            await Run(item);
        }

        // On SQLite commands that arrive during a batch join the next one, so that requests are read and answered while the disk is flushed.
        // On PostgreSQL a commit takes longer, so they join the current batch.
        var waiting = database.Engine == Engine.Sqlite ? Math.Max(1, queue.Count) : database.Options.BatchLimit;
        var most = Math.Min(batch.Count + waiting, database.Options.BatchLimit);

        // The batch ends early after a lost race, so that its locks are released before the retry, and after a command that locked a row that
        // every account needs.
        while (retries.Count == 0 && !session!.EndsBatch && !isAborted && batch.Count < most && queue.TryRead(out var item))
        {
            await Run(item);
        }
    }

    private async ValueTask Run(WorkItem item)
    {
        // As a member of the batch the command is completed or failed, whatever happens.
        batch.Add(item);
        if (batch.Count == 2)
        {
            // The first command holds locks now. Two batches that wait for each other would block until the database detects the deadlock, so
            // only the first command of a batch waits for long.
            session!.ShortenLockWait();
        }

        session!.BeginCommand();
        try
        {
            await item.Execute(session);
            await session.EndCommand();
        }
#pragma warning disable CA1031 // a bug in one command must not fail the others of its batch
        catch (Exception exception)
#pragma warning restore CA1031
        {
            if (Failure.IsOfDatabase(exception) || session.IsDisconnected)
            {
                session.MarkFailed();
            }

            if (session.IsRolledBack && batch.Count > 1)
            {
                // The others run again without this command, which would roll them back again.
                batch.Remove(item);
                item.Fail(exception);
                Abort(exception);
            }
            else if (exception is BatchAbortedException || (batch.Count > 1 && !session.CanUndo))
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
        if (isLostRace && ++item.Attempts < AttemptLimit && item.Age < ageMax)
        {
            if (batch.Count == 0)
            {
                // The delay depends on the lane, so that two lanes that collided do not collide again. A batch that holds locks does not wait.
                await Task.Delay(BackoffMilliseconds * item.Attempts * (1 + session.Lane % 5));
            }

            retries.Add(item);
        }
        else
        {
            item.Fail(isLostRace ? new OverloadedException() : exception);
        }
    }

    private void Retry(WorkItem item)
    {
        if (++item.Attempts < AttemptLimit && item.Age < ageMax)
        {
            retries.Add(item);
        }
        else
        {
            item.Fail(new OverloadedException());
        }
    }

    private async ValueTask Discard()
    {
        try
        {
            await Close();
        }
#pragma warning disable CA1031 // the connection is discarded anyway, and its commands still wait for their result
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogCloseFailed(logger, exception);
        }

        session = null;
    }

    private static void FailAll(List<WorkItem> items, Exception exception) => items.ForEach(item => item.Fail(exception));

    [LoggerMessage(1, LogLevel.Error, "The commit of a batch of {Count} commands failed; its outcome is unknown and the connection is closed.")]
    private static partial void LogCommitFailed(ILogger logger, int count, Exception exception);

    [LoggerMessage(4, LogLevel.Warning, "The database closed the connection during a batch of {Count} commands; nothing was stored, and they run again.")]
    private static partial void LogConnectionLost(ILogger logger, int count, Exception exception);

    [LoggerMessage(5, LogLevel.Debug, "A batch runs again with a savepoint for each command.")]
    private static partial void LogAborted(ILogger logger, Exception exception);

    [LoggerMessage(3, LogLevel.Warning, "A discarded connection could not be closed.")]
    private static partial void LogCloseFailed(ILogger logger, Exception exception);

    [LoggerMessage(2, LogLevel.Error, "The database cannot be opened for writing.")]
    private static partial void LogOpenFailed(ILogger logger, Exception exception);
}
