using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Rails;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Treasury.Jobs;

// Before the unit of work, while no lock is held: asks the chain whether it has the transfer, and only if not hands over the
// stored bytes. Were two to do this at once, both would hand over the same bytes, which a chain takes once.
internal sealed class SendPayoutPreparation(UnitOfWork unit, ChainRails rails) : IPreparation<SendPayout>
{
    public async ValueTask<Error?> Prepare(SendPayout message, CancellationToken cancellationToken)
    {
        var payout = await (await unit.Set<Payout>()).FirstOrDefaultAsync(
            row => row.Id == message.Id && row.Fence == message.Fence && (row.State == PayoutState.Signed || row.State == PayoutState.Sent),
            cancellationToken);
        if (payout is not null)
        {
            var chain = rails.For(payout.Mode);
            var isKnown = (await chain.Find(payout)).Kind != PayoutObservationKind.Unknown;
            await unit.DisposeAsync();
            if (!isKnown)
            {
                await chain.Broadcast(payout);
            }
        }

        return null;
    }
}
