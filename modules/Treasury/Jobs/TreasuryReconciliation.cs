using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Outbox;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.Treasury.Balances;
using Cryptocardium.Treasury.Data;

namespace Cryptocardium.Treasury.Jobs;

// Compares top-ups, payouts and the balances that events told with their ledger accounts, and their journals with their events.
internal sealed class TreasuryReconciliation(UnitOfWork unit) : IReconciliationSource
{
    public async ValueTask<IReadOnlyList<Subledger>> Balances()
    {
        var pending = await unit.Query(ReconciliationSql.Pending, ReadPending);
        var payouts = await unit.Query(ReconciliationSql.Payouts, PayoutSum.Read);
        var told = await StoredEvents.LatestOfEach(unit, EventTypes.AccountBalanceChanged, BalanceChangeEvents.Read);
        return
        [
            Sum("U.avail", told.Select(row => (Chart.TreasuryAvailable(row.Account, row.Mode), row.Available))),
            Sum("U.pend", told.Select(row => (Chart.TreasuryPending(row.Account, row.Mode), row.Pending))),
            Sum("U.pend", pending.Select(row => (Chart.TreasuryPending(row.Account, row.Mode), row.Amount))),
            Sum("M.expected", pending.Select(row => (Chart.Expected(row.Account, row.Mode), row.Amount))),
            Sum("U.wd", payouts.Where(row => row is { IsRefund: false, State: "held" })
                .Select(row => (Chart.WithdrawalReserved(row.Account, row.Mode), row.Booked + row.Fee))),
            Sum("L.wd_bcast", payouts.Where(row => row.State is "signed" or "sent")
                .Select(row => (Chart.PaidOut(row.Chain, row.Mode), row.Booked))),
            Sum("L.refundable", payouts.Where(row => row is { IsRefund: true, State: "held" or "failed" })
                .Select(row => (Chart.Refundable(row.Chain, row.Mode), row.Booked))),
            Sum("L.unalloc", await unit.Query(
                ReconciliationSql.HeldDeposits,
                static row => (Chart.Unallocated(row.GetString("chain"), row.GetMode("mode")), row.GetUsd("held")))),
        ];
    }

    public async ValueTask<IReadOnlyList<EventCount>> Events(IReadOnlyDictionary<string, long> journals) =>
    [
        new EventCount(journals.GetValueOrDefault("topup_announced"), EventTypes.TopupCreated),
        new EventCount(journals.GetValueOrDefault("topup_closed"), EventTypes.TopupCancelled, EventTypes.TopupExpired),
        new EventCount(
            journals.GetValueOrDefault(JournalTypes.DepositCredited) + journals.GetValueOrDefault(JournalTypes.UnallocatedCredited),
            EventTypes.TopupConfirmed, EventTypes.TopupDepositCredited),
        new EventCount(journals.GetValueOrDefault(JournalTypes.WithdrawalCreated), EventTypes.WithdrawalCreated),
        new EventCount(await unit.One(ReconciliationSql.Broadcasted, static row => row.GetInt64("broadcasted")), EventTypes.WithdrawalBroadcasted),
        new EventCount(journals.GetValueOrDefault("withdrawal_confirmed"), EventTypes.WithdrawalConfirmed),
        new EventCount(
            journals.GetValueOrDefault("withdrawal_released") + journals.GetValueOrDefault("withdrawal_failed"), EventTypes.WithdrawalFailed),
    ];

    private static Subledger Sum(string accountClass, IEnumerable<(ChartAccount Account, Usd Amount)> parts) => new(
        accountClass,
        parts.GroupBy(part => part.Account).ToDictionary(
            group => group.Key, group => group.Aggregate(Usd.Zero, (sum, part) => sum + part.Amount)));

    private static (AccountId Account, Mode Mode, Usd Amount) ReadPending(IRow row) =>
        (AccountId.From(row.GetString("account_id")), row.GetMode("mode"), row.GetUsd("pending"));

    private sealed record PayoutSum(AccountId Account, Mode Mode, string Chain, bool IsRefund, string State, Usd Booked, Usd Fee)
    {
        public static PayoutSum Read(IRow row) => new(
            AccountId.From(row.GetString("account_id")), row.GetMode("mode"), row.GetString("chain"), row.GetString("kind") == "refund",
            row.GetString("state"), row.GetUsd("booked"), row.GetUsd("fee"));
    }
}
