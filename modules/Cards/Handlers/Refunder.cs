using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.V1;

namespace Cryptocardium.Cards.Handlers;

// Merchants give money back, and now and then take that back again.
internal sealed class Refunder(Unit unit, IdSource ids, ILedger ledger)
{
    // Real merchants give back what they have; simulated ones are stopped here.
    private static readonly Usd MostThere = Usd.FromDollars(1_000_000_000);

    /// <summary>A new transaction's id.</summary>
    public string NewId() => ids.New<TransactionId>().Value;

    /// <param name="card">The card, locked.</param>
    /// <param name="row">The refund's row, complete.</param>
    /// <returns>The refund, or <c>simulation_limit_reached</c>.</returns>
    public async ValueTask<Result<Transaction>> Refund(CardFacts card, CardTransaction row)
    {
        var there = await ledger.Balances([card.Available(), card.Treasury()]);
        if (there[0] + there[1] + row.Amount > MostThere)
        {
            return Errors.SimulationLimitReached;
        }

        await Post(new Journal("refund", row.Id, card.Mode)
            .Debit(Book.SettlementReceivable(card.Mode), row.Amount)
            .Credit(card.Destination(), row.Amount));
        return await Store(row);
    }

    /// <summary>Takes a refund back, wherever there is money; what is missing becomes a debt.</summary>
    public async ValueTask<Result<Transaction>> Reverse(CardFacts card, CardTransaction refund)
    {
        var receivable = Book.Receivable(card.Account, card.Mode);
        if (await ledger.Balance(receivable) + refund.Amount > MostThere)
        {
            return Errors.SimulationLimitReached;
        }

        var row = refund.Next(NewId(), Step.RefundReversal, TransactionState.Captured, refund.Amount, unit.Now);
        var journal = new Journal("refund_reversal", row.Id, card.Mode);
        await ledger.DebitForced(journal, card.Available(), card.Treasury(), receivable, row.Amount);
        await Post(journal.Credit(Book.Settlement(card.Mode), row.Amount));
        return await Store(row);
    }

    private async ValueTask Post(Journal journal)
    {
        if ((await ledger.Post(journal)).FellShort(out var missing))
        {
            throw new InvalidOperationException($"{missing.Account} lost money while its card was locked.");
        }
    }

    private async ValueTask<Transaction> Store(CardTransaction row)
    {
        await unit.Append(row);
        return await unit.Tell(row);
    }
}
