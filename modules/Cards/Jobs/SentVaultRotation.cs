using Cryptocardium.Cards.Contract;
using Mediator;

namespace Cryptocardium.Cards.Jobs;

// Sends each step through the command pipeline, with its own unit of work.
internal sealed class SentVaultRotation(ISender sender) : IVaultRotation
{
    public async ValueTask<VaultRotation> Begin(CancellationToken cancellationToken) =>
        (await sender.Send(new BeginVaultRotation(), cancellationToken)).Value;

    public async ValueTask<VaultStep> Step(string after, CancellationToken cancellationToken) =>
        (await sender.Send(new RewrapNumbers(after), cancellationToken)).Value;
}
