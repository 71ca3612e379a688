using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Accounts.Passwords;

// Bounds concurrent password hashing, which takes a core for a good part of a second by design. So a burst of sign-ins slows down sign-ins
// alone.
internal sealed class PasswordQueue(TimeProvider clock) : IDisposable
{
    public const int WaitingLimit = 64;

    public static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(10);

    // One core is left for other requests.
    public static readonly int Places = Math.Clamp(Environment.ProcessorCount - 1, 1, 2);

    private readonly SemaphoreSlim places = new(Places);
    private int waiting;

    /// <exception cref="OverloadedException">The queue is full, or the wait took too long.</exception>
    public async ValueTask<T> Run<T>(Func<CancellationToken, ValueTask<T>> work, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref waiting) > WaitingLimit + Places)
        {
            Interlocked.Decrement(ref waiting);
            throw new OverloadedException();
        }

        try
        {
            await Enter(cancellationToken);
            try
            {
                return await work(cancellationToken);
            }
            finally
            {
                places.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    public void Dispose() => places.Dispose();

    private async ValueTask Enter(CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(WaitMax, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            await places.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new OverloadedException();
        }
    }
}
