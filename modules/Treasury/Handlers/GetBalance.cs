using Cryptocardium.Accounts.Contract;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Treasury.Handlers;

internal sealed class GetBalanceHandler(UnitOfWork unit, Call call, IAccounts accounts, ILedger ledger) : IQueryHandler<GetBalance, Result<Balance>>
{
    public async ValueTask<Result<Balance>> Handle(GetBalance query, CancellationToken cancellationToken)
    {
        if (query.AsOf > unit.Now)
        {
            return new Error(Errors.OutOfRange) { Param = "as_of", Hint = "The time must not be in the future." };
        }

        ChartAccount[] ledgerAccounts =
        [
            Chart.TreasuryAvailable(call.Account, Mode.Live), Chart.TreasuryPending(call.Account, Mode.Live),
            Chart.TreasuryAvailable(call.Account, Mode.Sandbox), Chart.TreasuryPending(call.Account, Mode.Sandbox),
        ];
        var balances = await ledger.BalancesAt(ledgerAccounts, query.AsOf);
        var live = new ModeBalance { AvailableUsd = balances[0].Balance, PendingUsd = balances[1].Balance };
        var sandbox = new ModeBalance { AvailableUsd = balances[2].Balance, PendingUsd = balances[3].Balance };
        var mode = await accounts.ModeOf(call.Caller);
        return new Balance
        {
            UpdatedAt = balances.Max(balance => balance.MovedAt) ?? await accounts.OpenedAt(call.Account),
            AsOf = query.AsOf,
            Mode = mode.Text(),
            AvailableUsd = mode == Mode.Live ? live.AvailableUsd : sandbox.AvailableUsd,
            // An account in the sandbox may wait for its first live top-up, so the sandbox shows pending live amounts as well.
            PendingUsd = mode == Mode.Live ? live.PendingUsd : live.PendingUsd + sandbox.PendingUsd,
            Modes = new BalanceModes { Live = live, Sandbox = sandbox },
        };
    }
}
