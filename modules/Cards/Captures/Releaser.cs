using Cryptocardium.Cards.Authorizations;
using Cryptocardium.Cards.Balances;
using Cryptocardium.Cards.Controls;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Cards.Transactions;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.V1;

namespace Cryptocardium.Cards.Captures;

// Releases holds: by a merchant's reversal, or at their expiry.
internal sealed class Releaser(UnitOfWork unit, IdSource ids, ILedger ledger, Purchases purchases, UsageCounter usage)
{
    /// <summary>Applies a merchant's reversal; without an amount it releases the whole hold.</summary>
    public async ValueTask<Transaction> Reverse(OpenPurchase purchase, Usd? asked)
    {
        var amount = asked ?? purchase.Open;
        var refusal = purchase.ClosedReason ?? (amount > purchase.Open ? DeclineCodes.AmountInvalid : null);
        return refusal is null
            ? await Release(purchase, amount, TransactionTypes.Reversal)
            : await purchases.Refuse(purchase, TransactionTypes.Reversal, amount, refusal);
    }

    /// <summary>Releases an expired hold.</summary>
    public ValueTask<Transaction> Expire(OpenPurchase purchase) => Release(purchase, purchase.Open, TransactionTypes.Expiry);

    private async ValueTask<Transaction> Release(OpenPurchase purchase, Usd amount, string type)
    {
        var card = purchase.Card;
        var row = purchase.Root.Next(ids.New<TransactionId>().Value, type, TransactionState.Reversed, amount, unit.Now) with
        {
            HoldChange = -amount,
            IsFinal = amount == purchase.Open,
        };
        await ledger.PostOrThrow(Journal.OfHold(type, row.AuthorizationId!, row.Id, card.Mode)
            .Debit(card.Held(), amount)
            .Credit(card.ReleaseAccount(), amount));
        await ledger.ReduceHold(row.AuthorizationId!, amount);
        var isNothingLeft = amount == purchase.Open && purchase.Progress.Captured == Usd.Zero;
        await usage.Adjust(card, -amount, isNothingLeft ? -1 : 0, purchase.Root.CreatedAt);
        return await unit.Record(row);
    }
}
