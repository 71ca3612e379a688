namespace Cryptocardium.Kernel.Writing;

// A thread for the turns of one writer. Whoever waits for a server's answer in a thread of its own is woken once; the thread pool is woken by
// the socket and then wakes another, which for answers that come in microseconds costs several times what the statements cost. And while a
// thread of the pool waits for the disk, one less answers requests.
internal sealed class WriterThread : IDisposable
{
    private readonly AutoResetEvent isAsked = new(false);
    private readonly Func<Task> run;
    private readonly Thread thread;
    private volatile bool isStopped;

    public WriterThread(Func<Task> run)
    {
        this.run = run;
        thread = new Thread(Run) { IsBackground = true, Name = "writer" };

        // Not with what is known of the request that happens to come first.
        thread.UnsafeStart();
    }

    /// <summary>Whether the caller has a thread outside the pool, which may wait: a writer's, or that of a job that takes long.</summary>
    public static bool IsCurrent => !Thread.CurrentThread.IsThreadPoolThread;

    public void Signal() => isAsked.Set();

    // Returns when a turn that has begun is over, unless it is that turn which ends it all.
    public void Dispose()
    {
        isStopped = true;
        isAsked.Set();
        if (Thread.CurrentThread != thread)
        {
            thread.Join();
            isAsked.Dispose();
        }
    }

    private void Run()
    {
        while (isAsked.WaitOne() && !isStopped)
        {
            // What it awaits of others, it goes on with in the thread pool.
            _ = run();
        }
    }
}
