using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.V1;

namespace Cryptocardium.Cards.Handlers;

// Posts a capture. It never fails for want of money: the network has paid the merchant already.
internal sealed class Capturer(Unit unit, IdSource ids, ILedger ledger)
{
    /// <param name="card">The card, locked.</param>
    /// <param name="authorized">The authorisation's row.</param>
    /// <param name="open">What its hold has left.</param>
    /// <param name="amount">What the merchant takes.</param>
    /// <param name="final">Whether it is the last capture.</param>
    public async ValueTask<Transaction> Capture(CardFacts card, CardTransaction authorized, Usd open, Usd amount, bool final)
    {
        var split = CaptureSplit.Of(open, amount, final);
        var id = ids.New<TransactionId>().Value;
        var journal = Journal.OfHold("capture", authorized.AuthorizationId, id, card.Mode).Debit(card.Held(), split.ClosedHold);
        if (split.Beyond > Usd.Zero)
        {
            await ledger.DebitForced(
                journal, card.Available(), card.Treasury(), Book.Receivable(card.Account, card.Mode), split.Beyond);
        }

        journal.Credit(Book.Settlement(card.Mode), amount).Credit(card.Destination(), split.Released);
        if ((await ledger.Post(journal)).FellShort(out var missing))
        {
            throw new InvalidOperationException($"{missing.Account} does not hold what its holds say.");
        }

        await ledger.ReduceHold(authorized.AuthorizationId, split.ClosedHold);
        return await unit.Record(authorized with
        {
            Id = id,
            ParentId = authorized.Id,
            Status = TransactionState.Captured,
            Amount = amount,
            AuthResponseCode = DeclineCodes.Approved,
            IsPartial = false,
            Overcapture = split.Beyond > Usd.Zero ? split.Beyond : null,
            IsToleranceExceeded = split.Beyond > CaptureTolerance.Of(authorized.Amount, authorized.Mcc),
            CreatedAt = unit.Now,
        });
    }
}
