using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Disputes;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Cards.Transactions;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;

namespace Cryptocardium.Cards.Balances;

// Compares cards, transactions and disputes with the events raised for them, and provisional credits with the ledger. The ledger itself
// compares the money on cards with the holds.
internal sealed class CardsReconciliation(UnitOfWork unit) : IReconciliationSource
{
    // Each provisional credit is a claim against the merchant, so both ledger accounts have the same total.
    public async ValueTask<IReadOnlyList<Subledger>> Balances()
    {
        var locked = await unit.Query(
            ReconciliationSql.LockedCredits,
            static row => (Account: AccountId.From(row.GetString("account_id")), Mode: row.GetMode("mode"), Amount: row.GetUsd("locked")));
        return
        [
            new Subledger("U.disp", locked.ToDictionary(row => Chart.DisputeCredit(row.Account, row.Mode), row => row.Amount)),
            new Subledger("A.cb_recv", locked.GroupBy(row => row.Mode).ToDictionary(
                group => Chart.DisputeReceivable(group.Key), group => group.Aggregate(Usd.Zero, static (sum, row) => sum + row.Amount))),
        ];
    }

    public async ValueTask<IReadOnlyList<EventCount>> Events(IReadOnlyDictionary<string, long> journals)
    {
        var cards = await unit.Query(ReconciliationSql.CountCards, CountByStatus);
        var transactions = await unit.Query(ReconciliationSql.CountTransactions, CountByStatus);
        var replaced = await unit.Query(ReconciliationSql.CountReplaced, static row => row.GetInt64("count"));
        var disputes = await unit.Query(
            ReconciliationSql.CountDisputes,
            static row => (Status: row.GetString("status"), Count: row.GetInt64("count"), Responded: row.GetInt64("responded")));
        return
        [
            new EventCount(cards.Sum(row => row.Count), EventTypes.CardIssued),
            new EventCount(cards.Where(row => row.Status == CardState.Cancelled).Sum(row => row.Count), EventTypes.CardCancelled),
            new EventCount(replaced[0], EventTypes.CardReplaced),
            new EventCount(journals.GetValueOrDefault(JournalTypes.CardLoad), EventTypes.CardLoaded),
            new EventCount(
                journals.GetValueOrDefault(JournalTypes.CardUnload) + journals.GetValueOrDefault(JournalTypes.CardCancel), EventTypes.CardUnloaded),
            new EventCount(disputes.Sum(row => row.Count), EventTypes.DisputeOpened),
            new EventCount(disputes.Sum(row => row.Responded), EventTypes.DisputeResponded),
            .. disputes.Where(row => row.Status is DisputeState.Won or DisputeState.Lost)
                .Select(row => new EventCount(row.Count, DisputeEvents.TypeOf(row.Status))),
            .. transactions.Select(row => new EventCount(row.Count, TransactionView.EventOf(row.Status))),
        ];
    }

    private static (string Status, long Count) CountByStatus(IRow row) => (row.GetString("status"), row.GetInt64("count"));
}
