using Cryptocardium.Kernel;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Rails;

namespace Cryptocardium.Treasury.Handlers;

// After new blocks: looks for deposits of all top-ups that the blocks can have made final.
internal sealed class DepositSettlement(
    StoredTopups topups, ChainRails rails, TopupClosing closing, DepositIntake intake, ProductionThreshold production)
{
    public bool IsSimulated(Mode mode) => rails.For(mode).IsSimulated;

    // Answers the view of the top-up that was paid.
    public async ValueTask<V1.Topup> Settle(string paid, IReadOnlyList<string> awaiting)
    {
        var result = (await SettleAll([paid, .. awaiting])).Single(topup => topup.Id == paid);
        return TopupView.Of(result, await topups.DepositsOf(paid));
    }

    // All of one account.
    public async ValueTask<IReadOnlyList<Topup>> SettleAll(IReadOnlyList<string> ids)
    {
        var changed = await topups.TakeAll(ids);
        foreach (var topup in changed)
        {
            // The clock decides what is late, not the job that writes it down.
            await closing.ExpireIfOverdue(topup);
            await intake.Look(rails.For(topup.Mode), topup);
        }

        if (changed.Count > 0)
        {
            await production.Check(changed[0].AccountId, changed);
        }

        return changed;
    }
}
