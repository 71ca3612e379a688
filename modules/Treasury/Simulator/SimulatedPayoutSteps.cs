using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Transfers;

namespace Cryptocardium.Treasury.Simulator;

// Moves payouts forward on a simulated chain, with the code of the jobs but in one unit of work.
internal sealed class SimulatedPayoutSteps(
    UnitOfWork unit, SimulatedWallet wallet, PayoutSigning signing, PayoutConclusion conclusion, PayoutOutcome outcome)
{
    // Signs the payout if necessary and broadcasts it, unless the deny-list stops it.
    public async ValueTask<SigningOutcome> Send(Payout payout)
    {
        var signed = payout.State == PayoutState.Held ? await signing.Sign(payout, TimeSpan.Zero) : SigningOutcome.Signed;
        if (signed == SigningOutcome.Signed)
        {
            await wallet.Accept(payout.Chain, payout.SignedBytes!);
            payout.MarkSent(unit.Now);
            await outcome.Sent(payout);
        }

        return signed;
    }

    // Mines until the payout is final (confirmed or failed), and concludes all payouts that the blocks made final.
    public async ValueTask Finish(Payout payout, bool arrives, IReadOnlyList<Payout> sameChain)
    {
        if (!arrives)
        {
            await wallet.Revert(payout);
        }

        await wallet.MineUntilFinal(payout);
        foreach (var sent in sameChain.Where(sent => sent.State == PayoutState.Sent))
        {
            await conclusion.Conclude(sent, await wallet.Find(sent));
        }
    }
}
