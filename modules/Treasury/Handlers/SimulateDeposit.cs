using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Rails;
using Cryptocardium.V1;
using Mediator;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Treasury.Handlers;

internal sealed class SimulateDepositHandler(
    Unit unit, Call call, SimulatedChain simulator, SimulationLimits limits, DepositSettlement settlement)
    : ICommandHandler<SimulateDeposit, Result<V1.Topup>>
{
    private static readonly Usd Least = Usd.FromCents(1);

    public async ValueTask<Result<V1.Topup>> Handle(SimulateDeposit command, CancellationToken cancellationToken)
    {
        var topup = await (await unit.Set<Domain.Topup>()).AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == command.TopupId && row.AccountId == call.Account, cancellationToken);
        if (topup is null)
        {
            return new Error(Errors.ResourceNotFound) { Param = "topup_id" };
        }

        if (!settlement.IsSimulated(topup.Mode))
        {
            return Errors.SandboxOnly;
        }

        var amount = command.Body?.AmountUsd ?? topup.AmountUsd;
        if (amount < Least)
        {
            return new Error(Errors.AmountTooSmall) { Param = "amount_usd" };
        }

        if (await limits.AreReached(topup, amount))
        {
            return Errors.SimulationLimitReached;
        }

        // Mining comes first: it holds back other calls for this chain, whose blocks would confirm the same deposits.
        await simulator.Send(
            topup, command.Body?.Token ?? topup.Asset, amount, command.Body?.Confirmations ?? topup.RequiredConfirmations);
        var awaiting = await unit.Query(
            TreasurySql.AwaitingFinality, static row => row.GetString(0), topup.AccountId, topup.Mode, topup.Chain);
        return await settlement.Settle(topup.Id, awaiting);
    }
}
