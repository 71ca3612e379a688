namespace Cryptocardium.Kernel.Writing;

// A command in the queue of a writer. Its task completes only after the commit of its effect.
internal abstract class WorkItem
{
    private readonly long created = TimeProvider.System.GetTimestamp();

    public int Attempts { get; set; }

    public TimeSpan Age => TimeProvider.System.GetElapsedTime(created);

    public abstract ValueTask Execute(DatabaseSession session);

    public abstract void Complete();

    public abstract void Fail(Exception exception);
}

internal sealed class WorkItem<T>(Func<DatabaseSession, ValueTask<T>> work) : WorkItem
{
    private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ExecutionContext? context = ExecutionContext.Capture();
    private T? result;

    public Task<T> Done => done.Task;

    // The thread that runs the batch has the execution context of another call. The command runs in the context of its own call, for traces
    // and log scopes; the async method restores the other context when it returns.
    public override async ValueTask Execute(DatabaseSession session)
    {
        if (context is not null)
        {
            ExecutionContext.Restore(context);
        }

        result = await work(session);
    }

    public override void Complete() => done.TrySetResult(result!);

    public override void Fail(Exception exception) => done.TrySetException(exception);
}
