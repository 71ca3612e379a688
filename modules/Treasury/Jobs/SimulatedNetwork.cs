using Cryptocardium.Kernel;
using Mediator;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Treasury.Jobs;

// The wire to the simulated nodes: what is sent over it is not part of the sender's unit of work.
internal sealed class SimulatedNetwork(IServiceScopeFactory scopes, IdSource ids)
{
    public async ValueTask Send(string chain, byte[] bytes)
    {
        await using var scope = scopes.CreateAsyncScope();
        var call = scope.ServiceProvider.GetRequiredService<Call>();
        call.Caller = Caller.Job;
        call.RequestId = ids.NewText(Call.IdPrefix);
        await scope.ServiceProvider.GetRequiredService<ISender>().Send(new AcceptSimulatedTransfer(chain, bytes), CancellationToken.None);
    }
}
