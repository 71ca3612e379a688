using Cryptocardium.Kernel;
using Cryptocardium.Treasury.Data;
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
        var changed = await topups.TakeAll([paid, .. awaiting]);
        foreach (var topup in changed)
        {
            // The clock decides what is late, not the job that writes it down.
            await closing.ExpireIfOverdue(topup);
            await intake.Look(rails.For(topup.Mode), topup);
        }

        var result = changed.Single(topup => topup.Id == paid);
        await production.Check(result.AccountId, changed);
        return TopupView.Of(result, await topups.DepositsOf(paid));
    }
}
