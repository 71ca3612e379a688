using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Jobs;
using Mediator;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Cards.Simulator;

// The wire to the simulated issuer: what is sent over it is not part of the sender's unit of work.
internal sealed class SimulatedIssuerNetwork(IServiceScopeFactory scopes, IdSource ids)
{
    public ValueTask<T> Send<T>(ICommand<T> command, CancellationToken cancellationToken) =>
        new JobSender(scopes, ids.NewText(Call.IdPrefix)).Send(command, cancellationToken);
}
