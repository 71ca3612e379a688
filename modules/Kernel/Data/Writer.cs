using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Cryptocardium.Kernel.Data;

// One connection that writes. Whatever is queued when it becomes free shares its next commit: under load many commands pay for
// one flush of the disk, and a lone command waits for nobody. It has no thread of its own: whoever comes while it is idle takes
// the turn, so that a lone command is not handed from thread to thread either.
internal sealed partial class Writer(Database database, ILogger logger)
{
    private const int AttemptLimit = 8;
    private const int BackoffMilliseconds = 3;
    private const int ReopenDelayMilliseconds = 250;
    private const int StopPollMilliseconds = 10;

    // PostgreSQL's code for a transaction that stood still beyond idle_in_transaction_session_timeout.
    private const string IdleTooLong = "25P03";

    private readonly Channel<WorkItem> queue = Channel.CreateBounded<WorkItem>(
        new BoundedChannelOptions(database.Options.QueueLimit) { SingleReader = true });

    private readonly List<WorkItem> batch = [];
    private readonly List<WorkItem> again = [];
    private Session? session;
    private int busy;

    private bool HasWork => again.Count > 0 || queue.Reader.TryPeek(out _);

    public Task<T> Run<T>(Func<Session, ValueTask<T>> work)
    {
        var item = new WorkItem<T>(work);
        if (!queue.Writer.TryWrite(item))
        {
            throw new OverloadedException();
        }

        TakeTurnIfIdle(isOwn: true);
        return item.Done;
    }

    // Finishes what is queued, takes nothing more, and closes the connection.
    public async Task Stop()
    {
        queue.Writer.TryComplete();
        while (Volatile.Read(ref busy) == 1 || HasWork)
        {
            await Task.Delay(StopPollMilliseconds);
        }

        if (session is not null)
        {
            await session.DisposeAsync();
        }
    }

    private void TakeTurnIfIdle(bool isOwn)
    {
        if (Interlocked.Exchange(ref busy, 1) == 1)
        {
            return;
        }

        if (isOwn)
        {
            _ = Turn();
        }
        else
        {
            HandOver();
        }
    }

    // One batch. Who took the turn for a command of its own does not stay for everybody else's.
    private async Task Turn()
    {
        if (await TryOpen())
        {
            await RunBatch();
        }

        if (HasWork)
        {
            HandOver();
            return;
        }

        Volatile.Write(ref busy, 0);
        if (HasWork)
        {
            TakeTurnIfIdle(isOwn: false);
        }
    }

    private void HandOver() => ThreadPool.UnsafeQueueUserWorkItem(static writer => _ = writer.Turn(), this, preferLocal: false);

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
            FailAll([.. again, .. Drain()], exception);
            again.Clear();
            await Task.Delay(ReopenDelayMilliseconds);
            return false;
        }
    }

    private async ValueTask RunBatch()
    {
        batch.Clear();
        var isCommitting = false;
        try
        {
            await session!.Begin();
            await RunQueued();
            isCommitting = true;
            await session.Commit();
        }
#pragma warning disable CA1031 // whatever broke the commit, the batch is unknown and the connection is not to be trusted
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var isNothingStored = isCommitting ? WasGivenUp(exception) : session!.IsCutOff;
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

        foreach (var item in batch)
        {
            item.Complete();
        }
    }

    private async ValueTask RunQueued()
    {
        for (var repeated = again.Count; repeated > 0 && !session!.EndsBatch; repeated--)
        {
            var item = again[0];
            again.RemoveAt(0);
            await RunOne(item);
        }

        // A command that lost a race holds the batch up no longer: what is done commits first, and frees its locks. So does one that
        // has locked what everybody needs.
        while (again.Count == 0 && !session!.EndsBatch && batch.Count < database.Options.BatchLimit && queue.Reader.TryRead(out var item))
        {
            await RunOne(item);
        }
    }

    private async ValueTask RunOne(WorkItem item)
    {
        // From here on it belongs to the batch: whatever breaks, it is answered.
        batch.Add(item);
        if (batch.Count == 2)
        {
            // The first one holds locks now. Two batches that wait for each other's would wait until the database notices, so
            // only a command that comes first waits for long.
            await session!.WaitBriefly();
        }

        await session!.Savepoint();
        try
        {
            await item.Execute(session);
        }
#pragma warning disable CA1031 // a bug in one command must not take the others of its batch with it
        catch (Exception exception)
#pragma warning restore CA1031
        {
            await UndoOne(item, exception);
            return;
        }

        await session.Release();
    }

    private async ValueTask UndoOne(WorkItem item, Exception exception)
    {
        await session!.Undo();
        await session.Release();
        batch.Remove(item);
        var isLostRace = IsLostRace(exception);
        if (isLostRace && ++item.Attempts < AttemptLimit)
        {
            if (batch.Count == 0)
            {
                // Another lane waits another time, so that two that collided do not collide again. Who holds locks does not wait.
                await Task.Delay(BackoffMilliseconds * item.Attempts * (1 + session.Lane % 5));
            }

            again.Add(item);
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
            again.Add(item);
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
        while (queue.Reader.TryRead(out var item))
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

    private static bool IsLostRace(Exception exception) =>
        exception is LostRaceException or PostgresException
        {
            SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.LockNotAvailable,
        }
        || exception.InnerException is { } inner && IsLostRace(inner);

    // A server that closes a connection before it takes the commit has undone what there was: as when this process stood still for so long
    // that others had to be let through.
    private static bool WasGivenUp(Exception exception) => exception is PostgresException { SqlState: IdleTooLong };

    [LoggerMessage(1, LogLevel.Error, "A commit of {Count} commands failed; its outcome is unknown and its connection is closed.")]
    private static partial void LogCommitFailed(ILogger logger, int count, Exception exception);

    [LoggerMessage(4, LogLevel.Warning, "The database closed the connection of {Count} commands; nothing of them was stored, and they are run again.")]
    private static partial void LogConnectionLost(ILogger logger, int count, Exception exception);

    [LoggerMessage(2, LogLevel.Error, "The database cannot be opened for writing.")]
    private static partial void LogOpenFailed(ILogger logger, Exception exception);

    [LoggerMessage(3, LogLevel.Warning, "A connection that is no longer used could not be closed.")]
    private static partial void LogCloseFailed(ILogger logger, Exception exception);
}
