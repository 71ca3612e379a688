using Cryptocardium.Kernel;

namespace Cryptocardium.Accounts.Requests;

// Whoever reads the log finds what this node answered before.
internal sealed class RequestsWritten<TMessage>(RequestBook book) : IPreparation<TMessage>
{
    public async ValueTask<Error?> Prepare(TMessage message, CancellationToken cancellationToken)
    {
        await book.KeepAll(cancellationToken);
        return null;
    }
}
