using Cryptocardium.Cards.Data;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;

namespace Cryptocardium.Cards.Handlers;

// Cards and transactions against what was told of them. Their money is held against holds by the ledger itself.
internal sealed class CardsReconciliation(Unit unit) : IReconciliationSource
{
    public ValueTask<IReadOnlyList<Subledger>> Balances() => new([]);

    public async ValueTask<IReadOnlyList<EventCount>> Events(IReadOnlyDictionary<string, long> journals)
    {
        var cards = await unit.Query(ReconciliationSql.CountCards, static row => (Status: row.GetString(0), Count: row.GetInt64(1)));
        var transactions = await unit.Query(
            ReconciliationSql.CountTransactions, static row => (Status: row.GetString(0), Count: row.GetInt64(1)));
        var replaced = await unit.Query(ReconciliationSql.CountReplaced, static row => row.GetInt64(0));
        return
        [
            new EventCount(cards.Sum(row => row.Count), CardEvent.Issued),
            new EventCount(cards.Where(row => row.Status == "cancelled").Sum(row => row.Count), CardEvent.Cancelled),
            new EventCount(replaced[0], CardEvent.Replaced),
            new EventCount(journals.GetValueOrDefault(CardMoney.LoadKind), CardEvent.Loaded),
            new EventCount(
                journals.GetValueOrDefault(CardMoney.UnloadKind) + journals.GetValueOrDefault(CardMoney.CancelKind), CardEvent.Unloaded),
            .. transactions.Select(row => new EventCount(row.Count, $"transaction.{row.Status}")),
        ];
    }
}
