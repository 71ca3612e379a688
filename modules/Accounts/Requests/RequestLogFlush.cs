using Cryptocardium.Kernel;

namespace Cryptocardium.Accounts.Requests;

// Whoever reads the log finds what this node answered before. Where that cannot be written he reads what there is; the job that tries again
// says why.
internal sealed class RequestLogFlush<TMessage>(RequestLogQueue book) : IPreparation<TMessage>
{
    public async ValueTask<Error?> Prepare(TMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await book.Flush(cancellationToken);
        }
#pragma warning disable CA1031 // whatever it was, it is the log's failure and not the reader's
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            // What was dropped is counted, what was not is tried again.
        }

        return null;
    }
}
