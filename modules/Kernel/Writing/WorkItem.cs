namespace Cryptocardium.Kernel.Writing;

// A command that waits for a writer. Its answer leaves only after the commit that holds its effect.
internal abstract class WorkItem
{
    public int Attempts { get; set; }

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

    // Whoever runs the batch came with a call of its own. What is known of the call at hand, its trace and what its log entries say, is known
    // while it runs; afterwards the other is back, as after every asynchronous method.
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
