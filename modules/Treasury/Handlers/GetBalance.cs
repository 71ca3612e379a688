using Cryptocardium.Accounts.Contract;
using Cryptocardium.Kernel;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Treasury.Handlers;

internal sealed class GetBalanceHandler(Call call, IAccounts accounts, ILedger ledger) : IQueryHandler<GetBalance, Result<Balance>>
{
    public async ValueTask<Result<Balance>> Handle(GetBalance query, CancellationToken cancellationToken)
    {
        BookAccount[] books =
        [
            Book.TreasuryAvailable(call.Account, Mode.Live), Book.TreasuryPending(call.Account, Mode.Live),
            Book.TreasuryAvailable(call.Account, Mode.Sandbox), Book.TreasuryPending(call.Account, Mode.Sandbox),
        ];
        var balances = await ledger.Balances(books);
        var live = new ModeBalance { AvailableUsd = balances[0], PendingUsd = balances[1] };
        var sandbox = new ModeBalance { AvailableUsd = balances[2], PendingUsd = balances[3] };
        var mode = await accounts.ModeOf(call.Account);
        return new Balance
        {
            UpdatedAt = await ledger.LastMovement(books) ?? await accounts.OpenedAt(call.Account),
            Mode = mode.Text(),
            AvailableUsd = mode == Mode.Live ? live.AvailableUsd : sandbox.AvailableUsd,
            // Before production an account waits for its first live top-up while it works on the sandbox.
            PendingUsd = mode == Mode.Live ? live.PendingUsd : live.PendingUsd + sandbox.PendingUsd,
            Modes = new BalanceModes { Live = live, Sandbox = sandbox },
        };
    }
}
