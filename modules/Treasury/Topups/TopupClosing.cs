using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Domain;

namespace Cryptocardium.Treasury.Topups;

// Ends the wait for a deposit. What comes later is still credited.
internal sealed class TopupClosing(UnitOfWork unit, TopupJournals books, TopupEvents events)
{
    public async ValueTask<V1.Topup> Cancel(Topup topup)
    {
        topup.Cancel(unit.Now);
        await books.Release(topup);
        return await events.Raise(EventTypes.TopupCancelled, topup);
    }

    public async ValueTask ExpireIfOverdue(Topup topup)
    {
        if (topup.IsOverdue(unit.Now))
        {
            topup.Expire(unit.Now);
            await books.Release(topup);
            await events.Raise(EventTypes.TopupExpired, topup);
        }
    }
}
