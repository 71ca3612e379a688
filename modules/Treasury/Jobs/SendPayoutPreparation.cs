using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Rails;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Treasury.Jobs;

// Asks the chain for the transfer, with no lock held, and broadcasts the stored bytes if the chain does not know them. Two nodes that do
// this at once send the same bytes, which a chain includes once.
internal sealed class SendPayoutPreparation(UnitOfWork unit, ChainRails rails) : IPreparation<SendPayout>
{
    public async ValueTask<Error?> Prepare(SendPayout message, CancellationToken cancellationToken)
    {
        var payout = await (await unit.SetOutsideBatch<Payout>()).FirstOrDefaultAsync(
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
