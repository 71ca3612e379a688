using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.Treasury.Simulator.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Treasury.Simulator;

// The wire to the simulated nodes: what is sent over it is not part of the sender's unit of work.
internal sealed class SimulatedNetwork(IServiceScopeFactory scopes, IdSource ids)
{
    public async ValueTask Send(string chain, byte[] bytes) => await new JobSender(scopes, ids.NewText(Call.IdPrefix))
        .Send(new AcceptSimulatedTransfer(chain, bytes), CancellationToken.None);
}
