using Cryptocardium.Kernel;

namespace Cryptocardium.Treasury.Addresses;

// Refreshes the deny-list before a unit of work that uses it.
internal sealed class DenyListPreparation<TMessage>(DenyList denyList) : IPreparation<TMessage>
{
    public ValueTask<Error?> Prepare(TMessage message, CancellationToken cancellationToken)
    {
        denyList.Refresh();
        return new((Error?)null);
    }
}
