using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Rails;
using Cryptocardium.Treasury.Topups;

namespace Cryptocardium.Treasury.Deposits;

// Records observations of top-up addresses, with everything that follows from them.
internal sealed class DepositSettlement(StoredTopups topups, TopupClosing closing, DepositRecorder recorder)
{
    // Records an observation that was made before this unit of work. Does nothing if another one was recorded since, because the
    // chain may have changed.
    public async ValueTask<bool> Record(AddressObservation observation)
    {
        var topup = (await topups.TakeAll([observation.TopupId])).Single();
        if (!observation.IsCurrent(topup))
        {
            return false;
        }

        await Record(topup, observation.Transfers);
        return true;
    }

    // The clock decides that a top-up is late, not the job that expires it, so expiry is checked first.
    public async ValueTask<SettledDeposits> Record(Topup topup, IReadOnlyList<Transfer> transfers)
    {
        await closing.ExpireIfOverdue(topup);
        return await recorder.Record(topup, transfers);
    }
}
