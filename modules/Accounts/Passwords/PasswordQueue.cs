using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Accounts.Passwords;

// Hashing a password takes a core for a good part of a second, by design. It has places of its own, so that a rush of sign-ins
// slows sign-ins and nothing else.
internal sealed class PasswordQueue(TimeProvider clock) : IDisposable
{
    public const int WaitingLimit = 64;

    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    // One core is left for everybody else.
    public static readonly int Places = Math.Clamp(Environment.ProcessorCount - 1, 1, 2);

    private readonly SemaphoreSlim places = new(Places);
    private int waiting;

    /// <exception cref="OverloadedException">Too many wait, or the wait took too long.</exception>
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
        using var patience = new CancellationTokenSource(LongestWait, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
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
