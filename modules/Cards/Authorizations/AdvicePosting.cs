using Cryptocardium.Cards.Balances;
using Cryptocardium.Cards.Controls;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Cards.Transactions;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.V1;

namespace Cryptocardium.Cards.Authorizations;

// Posts the final amount of a purchase, such as that of a fuel pump. An advice cannot be declined for lack of money, so it holds as much
// as is available, on the successor of a replaced card.
internal sealed class AdvicePosting(UnitOfWork unit, IdSource ids, ILedger ledger, UsageCounter usage)
{
    /// <param name="purchase">A purchase with an open hold and without captures.</param>
    /// <param name="actual">The final amount.</param>
    public async ValueTask<Transaction> Adjust(OpenPurchase purchase, Usd actual)
    {
        var (card, root) = (purchase.Card, purchase.Root);
        var change = await Change(purchase, actual);
        var isPartial = purchase.Open + change < actual;
        var row = root.Next(ids.New<TransactionId>().Value, TransactionTypes.Advice, TransactionState.Authorized, purchase.Open + change, unit.Now) with
        {
            HoldChange = change,
            AuthResponseCode = isPartial ? DeclineCodes.ApprovedInPart : DeclineCodes.Approved,
            IsPartial = isPartial,
        };
        if (change != Usd.Zero)
        {
            var journal = Journal.OfHold(JournalTypes.Advice, root.AuthorizationId!, row.Id, card.Mode);
            journal = change > Usd.Zero
                ? journal.Debit(card.SpendingAccount(), change).Credit(card.Held(), change)
                : journal.Debit(card.Held(), -change).Credit(card.ReleaseAccount(), -change);
            await ledger.PostOrThrow(journal);
            await ledger.ChangeHold(root.AuthorizationId!, change, purchase.Hold!.ExpiresAt);
            await usage.Adjust(card, change, purchases: 0, root.CreatedAt);
        }

        return await unit.Record(row);
    }

    private async ValueTask<Usd> Change(OpenPurchase purchase, Usd actual)
    {
        var change = actual - purchase.Open;
        return change > Usd.Zero ? Usd.Min(change, await ledger.Balance(purchase.Card.SpendingAccount())) : change;
    }
}
