using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Transfers;

namespace Cryptocardium.Treasury.Simulator;

// Drives payouts over a simulated chain by the code that the jobs use, within one unit of work.
internal sealed class SimulatedPayoutSteps(
    UnitOfWork unit, SimulatedWallet wallet, PayoutSigning signing, PayoutConclusion conclusion, PayoutOutcome outcome)
{
    // The node has the bytes when this returns, unless the payout must not be signed.
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

    // Mines until the payout is final, one way or the other, and concludes whatever else the blocks made final.
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
