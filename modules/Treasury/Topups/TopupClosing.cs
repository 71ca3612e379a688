using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Domain;

namespace Cryptocardium.Treasury.Topups;

// Stops waiting for a deposit. A later deposit is still credited.
internal sealed class TopupClosing(UnitOfWork unit, TopupJournals journals, TopupEvents events)
{
    public async ValueTask<V1.Topup> Cancel(Topup topup)
    {
        topup.Cancel(unit.Now);
        await journals.Release(topup);
        return await events.Raise(EventTypes.TopupCancelled, topup);
    }

    public async ValueTask ExpireIfOverdue(Topup topup)
    {
        if (topup.IsOverdue(unit.Now))
        {
            topup.Expire(unit.Now);
            await journals.Release(topup);
            await events.Raise(EventTypes.TopupExpired, topup);
        }
    }
}
