using Cryptocardium.Kernel.Data;
using Microsoft.Extensions.Logging;

namespace Cryptocardium.Kernel.Writing;

// One connection that writes. Commands that are queued when it becomes free share its next commit: under load many commands pay for one
// flush of the disk, and a lone command does not wait. Batches run on a dedicated thread, because they block on the disk or the server. On
// SQLite a request runs the batch on its own thread while the writer and the pool are idle, which saves a lone command the switch of threads.
// If other work waits for a pool thread, the dedicated thread runs the batch, and that work can join it.
internal sealed class Writer
{
    private const int StopPollMilliseconds = 10;

    // Commands behind a batch whose server does not respond are refused after this time.
    private static readonly TimeSpan QueueMax = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan WatchEvery = TimeSpan.FromSeconds(1);

    private readonly WorkQueue queue;
    private readonly BatchRunner batches;
    private readonly bool isServer;
    private readonly Timer? watch;
    private WriterThread? thread;
    private int busy;

    public Writer(Database database, CommitMetrics meter, ILogger logger)
    {
        queue = new WorkQueue(database.Options.QueueLimit);
        batches = new BatchRunner(database, queue, meter, logger);
        isServer = database.Engine != Engine.Sqlite;
        watch = isServer ? new Timer(static writer => ((Writer)writer!).RefuseLate(), this, WatchEvery, WatchEvery) : null;
    }

    /// <summary>The count of queued commands.</summary>
    public int Waiting => queue.Count;

    public Task<T> Run<T>(Func<DatabaseSession, ValueTask<T>> work)
    {
        var item = new WorkItem<T>(work);
        if (!queue.TryWrite(item))
        {
            throw new OverloadedException();
        }

        RunIfIdle(mayUseCaller: true);
        return item.Done;
    }

    // Refuses new commands, runs those in the queue, and closes the connection.
    public async Task Stop()
    {
        queue.Close();
        while (!TryStop())
        {
            await Task.Delay(StopPollMilliseconds);
        }

        watch?.Dispose();
        thread?.Dispose();
        await batches.Close();
    }

    private void RefuseLate()
    {
        while (queue.TryReadOlderThan(QueueMax, out var item))
        {
            item.Fail(new OverloadedException());
        }
    }

    // On success the busy flag stays set for ever, so no later caller starts a batch.
    private bool TryStop()
    {
        if (Interlocked.Exchange(ref busy, 1) == 1)
        {
            return false;
        }

        if (batches.HasWork)
        {
            RunOnThread();
            return false;
        }

        return true;
    }

    private void RunIfIdle(bool mayUseCaller)
    {
        if (Interlocked.Exchange(ref busy, 1) == 1)
        {
            return;
        }

        if (mayUseCaller && !isServer && ThreadPool.PendingWorkItemCount == 0)
        {
            _ = RunBatch();
        }
        else
        {
            RunOnThread();
        }
    }

    // Runs one batch. Further batches run on the dedicated thread, so that a request does not work for other requests.
    private async Task RunBatch()
    {
        await batches.RunOne();
        if (batches.HasWork)
        {
            RunOnThread();
            return;
        }

        Volatile.Write(ref busy, 0);
        if (batches.HasWork)
        {
            RunIfIdle(mayUseCaller: false);
        }
    }

    // Without a thread the batch runs on the pool: a system that has no further thread must not stop the writer.
    private void RunOnThread()
    {
        thread ??= WriterThread.TryStart(RunBatch);
        if (thread is null)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static writer => _ = writer.RunBatch(), this, preferLocal: false);
        }
        else
        {
            thread.Signal();
        }
    }
}
