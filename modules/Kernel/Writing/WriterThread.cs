namespace Cryptocardium.Kernel.Writing;

// The dedicated thread of one writer. A thread that blocks on a server's response wakes once; an asynchronous wait wakes a thread of the socket
// engine, which wakes one of the pool, and for responses within microseconds that costs several times the statements. And a pool thread that
// waits for the disk cannot serve requests.
internal sealed class WriterThread : IDisposable
{
    private readonly AutoResetEvent signal = new(false);
    private readonly Func<Task> run;
    private readonly Thread thread;
    private volatile bool isStopped;

    public WriterThread(Func<Task> run)
    {
        this.run = run;
        thread = new Thread(Run) { IsBackground = true, Name = "writer" };

        // Unsafe: the execution context of the request that happens to start the thread must not flow into it.
        thread.UnsafeStart();
    }

    /// <summary>Whether the current thread is outside the pool and may block: a writer's, or that of a long job.</summary>
    public static bool IsCurrent => !Thread.CurrentThread.IsThreadPoolThread;

    /// <returns>The thread; null if the system has no further one.</returns>
    public static WriterThread? TryStart(Func<Task> run)
    {
        try
        {
            return new WriterThread(run);
        }
        catch (OutOfMemoryException)
        {
            return null;
        }
    }

    public void Signal() => signal.Set();

    // Returns when a run in progress has ended, unless the run itself disposes the thread.
    public void Dispose()
    {
        isStopped = true;
        signal.Set();
        if (Thread.CurrentThread != thread)
        {
            thread.Join();
            signal.Dispose();
        }
    }

    private void Run()
    {
        while (signal.WaitOne() && !isStopped)
        {
            // After an asynchronous wait the run continues on the thread pool.
            _ = run();
        }
    }
}
