using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Simulator;
using Cryptocardium.Treasury.Transfers;
using Cryptocardium.Treasury.Withdrawals;
using Cryptocardium.V1;
using Mediator;
using Withdrawal = Cryptocardium.Treasury.Domain.Withdrawal;
using WithdrawalStatus = Cryptocardium.Treasury.Domain.WithdrawalStatus;

namespace Cryptocardium.Treasury.Handlers;

internal sealed class SimulateWithdrawalHandler(
    UnitOfWork unit, Call call, StoredPayouts payouts, SimulatedPayoutSteps steps, SimulatedSettlement settlement)
    : ICommandHandler<SimulateWithdrawal, Result<V1.Withdrawal>>
{
    // Other sent payouts on the chain that the command concludes with the new blocks; the job concludes the rest.
    private const int OthersMost = 100;

    public async ValueTask<Result<V1.Withdrawal>> Handle(SimulateWithdrawal command, CancellationToken cancellationToken)
    {
        if (await payouts.Find(call.Rows, command.WithdrawalId) is not { Kind: PayoutKind.Withdrawal } named)
        {
            return new Error(Errors.ResourceNotFound) { Param = "withdrawal_id" };
        }

        if (!settlement.IsSimulated(named.Mode))
        {
            return Errors.SandboxOnly;
        }

        // All rows are locked in one call, in order of ids, so that no deadlock with the job is possible.
        var others = await unit.Query(
            PayoutSql.SentOn, static row => row.GetString("id"), named.AccountId, named.Mode, named.Chain, OthersMost);
        var taken = await payouts.TakeAll([named.Id, .. others]);
        var payout = taken.Single(other => other.Id == named.Id);
        var withdrawal = await payouts.WithdrawalOf(payout);
        var to = command.Body?.To is { } text ? EnumText.Parse<WithdrawalStatus>(text) : Next(withdrawal.Status);
        return CanReach(withdrawal.Status, to) ? await Advance(payout, withdrawal, to, taken) : Refusal(withdrawal.Status, to);
    }

    private static WithdrawalStatus Next(WithdrawalStatus status) =>
        status == WithdrawalStatus.Created ? WithdrawalStatus.Broadcasted : WithdrawalStatus.Confirmed;

    private static Error Refusal(WithdrawalStatus from, WithdrawalStatus to) => new(Errors.ConflictState)
    {
        Message = $"The withdrawal is {EnumText.Of(from)} and cannot become {EnumText.Of(to)}; " + (from == WithdrawalStatus.Broadcasted
            ? "from here it can become confirmed or failed."
            : "it has reached its end."),
    };

    private static bool CanReach(WithdrawalStatus from, WithdrawalStatus to) => from switch
    {
        WithdrawalStatus.Created => true,
        WithdrawalStatus.Broadcasted => to != WithdrawalStatus.Broadcasted,
        _ => false,
    };

    private async ValueTask<Result<V1.Withdrawal>> Advance(
        Payout payout, Withdrawal withdrawal, WithdrawalStatus to, IReadOnlyList<Payout> sameChain)
    {
        if (withdrawal.Status == WithdrawalStatus.Created)
        {
            switch (await steps.Send(payout))
            {
                case SigningOutcome.Undecided:
                    return WithdrawalTarget.Unavailable;
                case SigningOutcome.Blocked:
                    return WithdrawalView.Of(withdrawal);
            }
        }

        if (to != WithdrawalStatus.Broadcasted)
        {
            await steps.Finish(payout, arrives: to == WithdrawalStatus.Confirmed, sameChain);
            await settlement.Settle(await unit.Query(
                TreasurySql.Awaiting, static row => row.GetString("topup_id"), payout.AccountId, payout.Mode, payout.Chain));
        }

        return WithdrawalView.Of(withdrawal);
    }
}
