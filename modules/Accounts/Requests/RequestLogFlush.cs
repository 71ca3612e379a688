using Cryptocardium.Kernel;

namespace Cryptocardium.Accounts.Requests;

// Writes waiting requests before a query of the log, so that it finds all requests that this node has answered. If writing fails, the query
// reads the stored rows, and the job that retries reports the failure.
internal sealed class RequestLogFlush<TMessage>(RequestLogQueue queue) : IPreparation<TMessage>
{
    public async ValueTask<Error?> Prepare(TMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await queue.Flush(cancellationToken);
        }
#pragma warning disable CA1031 // a failure to write the log must not fail the query
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            // Dropped requests are counted by the queue; the others are tried again.
        }

        return null;
    }
}
