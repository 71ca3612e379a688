using Cryptocardium.Kernel;
using Cryptocardium.Treasury.Addresses;
using Cryptocardium.Treasury.Chains;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Topups;
using Topup = Cryptocardium.Treasury.Domain.Topup;

namespace Cryptocardium.Treasury.Simulator;

// Sends to a top-up on its simulated chain, and looks at what that changed.
internal sealed class DepositSimulation(
    ChainCatalogue chains, SimulationLimits limits, SimulatedBlocks blocks, SimulatedSettlement settlement, StoredTopups topups)
{
    public async ValueTask<Result<V1.Topup>> Send(Topup topup, SimulatedPayment sending)
    {
        var format = chains.Get(topup.Chain).Format;
        if (sending.Sender is { } text)
        {
            if (AddressText.Read(text, out var notation, out var address) is not null || notation != format)
            {
                return new Error(Errors.AddressInvalid) { Param = "sender" };
            }

            sending = sending with { Sender = address.Text(format) };
        }

        // It holds back other calls for this chain, which count toward the same limits and whose blocks confirm the same deposits.
        await blocks.Lock(topup.AccountId, topup.Mode, topup.Chain);
        if (await limits.AreReached(topup, sending))
        {
            return Errors.SimulationLimitReached;
        }

        await blocks.Send(topup, sending);
        if (sending.Delay > TimeSpan.Zero)
        {
            return TopupView.Of(topup, await topups.DepositsOf(topup.Id));
        }

        var awaiting = await topups.Awaiting(topup.AccountId, topup.Mode, topup.Chain);
        var (changed, _) = await settlement.Settle([topup.Id, .. awaiting]);
        return TopupView.Of(changed.Single(each => each.Id == topup.Id), await topups.DepositsOf(topup.Id));
    }
}
