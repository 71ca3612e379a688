using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.Treasury.Simulator.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Treasury.Simulator;

// Sends bytes to the simulated nodes in a unit of work of its own, as a real network would.
internal sealed class SimulatedNetwork(IServiceScopeFactory scopes, IdSource ids)
{
    public async ValueTask Send(string chain, byte[] bytes) => await new JobSender(scopes, ids.NewText(Call.IdPrefix))
        .Send(new AcceptSimulatedTransfer(chain, bytes), CancellationToken.None);
}
