using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Jobs;
using Mediator;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Cards.Simulator;

// Sends commands to the simulated issuer, each with a unit of work of its own, as a network call would be.
internal sealed class SimulatedIssuerNetwork(IServiceScopeFactory scopes, IdSource ids)
{
    public ValueTask<T> Send<T>(ICommand<T> command, CancellationToken cancellationToken) =>
        new JobSender(scopes, ids.NewText(Call.IdPrefix)).Send(command, cancellationToken);
}
