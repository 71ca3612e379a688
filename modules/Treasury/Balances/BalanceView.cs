using Cryptocardium.Accounts.Contract;
using Cryptocardium.Kernel;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.V1;

namespace Cryptocardium.Treasury.Balances;

// Shows the balance of an account in one of its modes, with both modes beside it.
internal sealed class BalanceView(IAccounts accounts, ILedger ledger)
{
    /// <param name="account">The account.</param>
    /// <param name="mode">The mode whose amounts stand first.</param>
    /// <param name="asOf">The time before which the balances are; null for now.</param>
    public async ValueTask<Balance> Of(AccountId account, Mode mode, DateTimeOffset? asOf)
    {
        ChartAccount[] ledgerAccounts =
        [
            Chart.TreasuryAvailable(account, Mode.Live), Chart.TreasuryPending(account, Mode.Live),
            Chart.TreasuryAvailable(account, Mode.Sandbox), Chart.TreasuryPending(account, Mode.Sandbox),
        ];
        var balances = await ledger.BalancesAt(ledgerAccounts, asOf);
        var live = new ModeBalance { AvailableUsd = balances[0].Balance, PendingUsd = balances[1].Balance };
        var sandbox = new ModeBalance { AvailableUsd = balances[2].Balance, PendingUsd = balances[3].Balance };

        // An account in the sandbox may wait for its first live top-up, so the sandbox shows pending live amounts as well.
        var showsBoth = mode == Mode.Sandbox && live.PendingUsd != Usd.Zero && !await accounts.IsInProduction(account);
        return new Balance
        {
            UpdatedAt = balances.Max(balance => balance.MovedAt) ?? await accounts.OpenedAt(account),
            AsOf = asOf,
            Mode = mode.Text(),
            AvailableUsd = mode == Mode.Live ? live.AvailableUsd : sandbox.AvailableUsd,
            PendingUsd = mode == Mode.Live ? live.PendingUsd : showsBoth ? live.PendingUsd + sandbox.PendingUsd : sandbox.PendingUsd,
            Modes = new BalanceModes { Live = live, Sandbox = sandbox },
        };
    }
}
