using Cryptocardium.Cards.Balances;
using Cryptocardium.Cards.Disputes;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Cards.Transactions;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.V1;

namespace Cryptocardium.Cards.Captures;

// Merchants give money back, and now and then take that back again.
internal sealed class Refunder(UnitOfWork unit, IdSource ids, ILedger ledger, StoredDisputes disputes, DisputeProgress progress)
{
    /// <summary>A new transaction's id.</summary>
    public string NewId() => ids.New<TransactionId>().Value;

    /// <param name="card">The card, locked.</param>
    /// <param name="row">The refund's row, complete.</param>
    /// <returns>The refund, or <c>simulation_limit_reached</c>.</returns>
    public async ValueTask<Result<Transaction>> Refund(CardFacts card, CardTransaction row)
    {
        var there = await ledger.Balances([card.SpendingAccount(), card.Treasury()]);
        if (there[0] + there[1] + row.Amount > SimulationCeiling.Amount)
        {
            return Errors.SimulationLimitReached;
        }

        var journal = new Journal("refund", row.Id, card.Mode)
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

    /// <summary>Takes a refund back, wherever there is money; what is missing becomes a debt.</summary>
    public async ValueTask<Result<Transaction>> Reverse(CardFacts card, CardTransaction refund)
    {
        var receivable = Chart.Receivable(card.Account, card.Mode);
        if (await ledger.Balance(receivable) + refund.Amount > SimulationCeiling.Amount)
        {
            return Errors.SimulationLimitReached;
        }

        var row = refund.Next(NewId(), Step.RefundReversal, TransactionState.Captured, refund.Amount, unit.Now);
        var journal = new Journal("refund_reversal", row.Id, card.Mode);
        await ledger.DebitForced(journal, card.SpendingAccount(), card.Treasury(), receivable, row.Amount);
        await ledger.PostOrThrow(journal.Credit(Chart.Settlement(card.Mode), row.Amount));
        return await unit.Record(row);
    }
}
