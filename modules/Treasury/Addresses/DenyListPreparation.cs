using Cryptocardium.Kernel;

namespace Cryptocardium.Treasury.Addresses;

// Reads the deny-list, should it have changed, before a unit of work that judges by it.
internal sealed class DenyListPreparation<TMessage>(DenyList denyList) : IPreparation<TMessage>
{
    public ValueTask<Error?> Prepare(TMessage message, CancellationToken cancellationToken)
    {
        denyList.Refresh();
        return new((Error?)null);
    }
}
