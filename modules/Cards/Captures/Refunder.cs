using Cryptocardium.Cards.Balances;
using Cryptocardium.Cards.Disputes;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Cards.Transactions;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.V1;

namespace Cryptocardium.Cards.Captures;

// Posts refunds and their reversals.
internal sealed class Refunder(UnitOfWork unit, IdSource ids, ILedger ledger, StoredDisputes disputes, DisputeProgress progress)
{
    public string NewId() => ids.New<TransactionId>().Value;

    /// <param name="card">The locked card.</param>
    /// <param name="row">The complete row of the refund.</param>
    /// <returns>The refund, or <c>simulation_limit_reached</c>.</returns>
    public async ValueTask<Result<Transaction>> Refund(CardFacts card, CardTransaction row)
    {
        var there = await ledger.Balances([card.SpendingAccount(), card.Treasury()]);
        if (there[0] + there[1] + row.Amount > SimulationCeiling.Amount)
        {
            return Errors.SimulationLimitReached;
        }

        var journal = new Journal(JournalTypes.Refund, row.Id, card.Mode, row.Id)
            .Debit(Chart.SettlementReceivable(card.Mode), row.Amount)
            .Credit(card.ReleaseAccount(), row.Amount);
        var dispute = row.ParentId is { } capture ? await disputes.OpenAbout(card.Account, capture) : null;
        if (dispute is not null)
        {
            progress.Return(journal, dispute, row.Amount);
        }

        await ledger.PostOrThrow(journal);
        var shown = await unit.Record(row);
        if (dispute is not null && dispute.Provisional == Usd.Zero)
        {
            await progress.Close(dispute, DisputeOutcomes.Refunded);
        }

        return shown;
    }

    /// <summary>Reverses a refund. The amount is taken from the card, then from the treasury, then as a receivable.</summary>
    public async ValueTask<Result<Transaction>> Reverse(CardFacts card, CardTransaction refund)
    {
        var receivable = Chart.Receivable(card.Account, card.Mode);
        if (await ledger.Balance(receivable) + refund.Amount > SimulationCeiling.Amount)
        {
            return Errors.SimulationLimitReached;
        }

        var row = refund.Next(NewId(), TransactionTypes.RefundReversal, TransactionState.Captured, refund.Amount, unit.Now);
        var journal = new Journal(JournalTypes.RefundReversal, row.Id, card.Mode, row.Id);
        await ledger.DebitForced(journal, card.SpendingAccount(), card.Treasury(), receivable, row.Amount);
        await ledger.PostOrThrow(journal.Credit(Chart.Settlement(card.Mode), row.Amount));
        return await unit.Record(row);
    }
}
