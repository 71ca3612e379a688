using Cryptocardium.Kernel;
using Cryptocardium.Treasury.Transfers;
using Cryptocardium.Treasury.Withdrawals;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Treasury.Handlers;

internal sealed class WithdrawHandler(
    Call call, WithdrawalCheck check, WithdrawalOpening opening, WithdrawalFunds funds, PayoutSettings settings)
    : ICommandHandler<Withdraw, Result<V1.Withdrawal>>
{
    public async ValueTask<Result<V1.Withdrawal>> Handle(Withdraw command, CancellationToken cancellationToken)
    {
        var body = command.Body;
        var judged = await check.Check(body.AmountUsd, body.Chain, body.Address, body.Mode);
        if (judged.Refused(out var error))
        {
            return error;
        }

        var (terms, address) = judged.Value;
        if (await funds.IsInArrears(call.Account, terms.Mode))
        {
            return Errors.AccountInArrears;
        }

        return await opening.Open(call.Account, terms, address!, settings.WithdrawalDelay);
    }
}
