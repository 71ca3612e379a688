using Cryptocardium.Kernel;
using Cryptocardium.Treasury.Addresses;
using Cryptocardium.Treasury.Chains;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Topups;
using Topup = Cryptocardium.Treasury.Domain.Topup;

namespace Cryptocardium.Treasury.Simulator;

// Sends a transfer to a top-up on its simulated chain, and records the observations of the affected top-ups.
internal sealed class DepositSimulation(
    ChainCatalog chains, SimulationLimits limits, SimulatedBlocks blocks, SimulatedSettlement settlement, StoredTopups topups)
{
    public async ValueTask<Result<V1.Topup>> Send(Topup topup, SimulatedPayment payment)
    {
        var format = chains.Get(topup.Chain).Format;
        if (payment.Sender is { } text)
        {
            if (AddressText.Read(text, out var notation, out var address) is not null || notation != format)
            {
                return new Error(Errors.InvalidAddress) { Param = "sender" };
            }

            payment = payment with { Sender = address.Text(format) };
        }

        // Other simulations on this chain wait, because they count toward the same limits and confirm the same deposits.
        await blocks.Lock(topup.AccountId, topup.Mode, topup.Chain);
        if (await limits.AreReached(topup, payment))
        {
            return Errors.SimulationLimitReached;
        }

        await blocks.Send(topup, payment);
        if (payment.Delay > TimeSpan.Zero)
        {
            return TopupView.Of(topup, await topups.DepositsOf(topup.Id));
        }

        var awaiting = await topups.Awaiting(topup.AccountId, topup.Mode, topup.Chain);
        var (changed, _) = await settlement.Settle([topup.Id, .. awaiting]);
        return TopupView.Of(changed.Single(each => each.Id == topup.Id), await topups.DepositsOf(topup.Id));
    }
}
