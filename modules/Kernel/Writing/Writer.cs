using Cryptocardium.Kernel.Data;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Cryptocardium.Kernel.Writing;

// One connection that writes. Whatever is queued when it becomes free shares its next commit: under load many commands pay for
// one flush of the disk, and a lone command waits for nobody. It has a thread of its own, to wait for the disk or a server in, which the
// thread pool would miss. But whoever comes to SQLite while it and the pool are idle takes the turn, so that a lone command is not handed
// from thread to thread. Where others wait for a thread of the pool, it may be theirs to join this commit, and the pool has few.
internal sealed class Writer
{
    private const int StopPollMilliseconds = 10;

    private readonly Channel<WorkItem> queue;
    private readonly BatchRunner batches;
    private readonly bool isForServer;
    private WriterThread? thread;
    private int busy;

    public Writer(Database database, CommitMetrics meter, ILogger logger)
    {
        queue = Channel.CreateBounded<WorkItem>(new BoundedChannelOptions(database.Options.QueueLimit) { SingleReader = true });
        batches = new BatchRunner(database, queue.Reader, meter, logger);
        isForServer = database.Engine != Engine.Sqlite;
    }

    /// <summary>Commands that no batch has taken yet.</summary>
    public int Waiting => queue.Reader.Count;

    public Task<T> Run<T>(Func<DatabaseSession, ValueTask<T>> work)
    {
        var item = new WorkItem<T>(work);
        if (!queue.Writer.TryWrite(item))
        {
            throw new OverloadedException();
        }

        RunIfIdle(isOwn: true);
        return item.Done;
    }

    // Finishes what is queued, takes nothing more, and closes the connection.
    public async Task Stop()
    {
        queue.Writer.TryComplete();
        while (!TryStop())
        {
            await Task.Delay(StopPollMilliseconds);
        }

        thread?.Dispose();
        await batches.Close();
    }

    // Who has taken it gives it to nobody, however late he comes.
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

    private void RunIfIdle(bool isOwn)
    {
        if (Interlocked.Exchange(ref busy, 1) == 1)
        {
            return;
        }

        if (isOwn && !isForServer && ThreadPool.PendingWorkItemCount == 0)
        {
            _ = RunBatch();
        }
        else
        {
            RunOnThread();
        }
    }

    // One batch. Who took the turn for a command of its own does not stay for everybody else's.
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
            RunIfIdle(isOwn: false);
        }
    }

    private void RunOnThread() => (thread ??= new WriterThread(RunBatch)).Signal();
}
