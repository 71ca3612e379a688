using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Cards.Transactions;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.V1;

namespace Cryptocardium.Cards.Authorizations;

// Finds purchases for their next step, and stores refused messages of the network.
internal sealed class Purchases(UnitOfWork unit, Call call, IdSource ids, ILedger ledger)
{
    private static readonly Error NotFound = new(Errors.ResourceNotFound) { Param = "authorization_id" };

    /// <summary>Finds a purchase of the caller and locks its card until the commit.</summary>
    public async ValueTask<Result<OpenPurchase>> Take(string authorization) =>
        await unit.FindAuthorization(call.Rows, authorization) is { } root && await Take(root) is { } taken ? taken : NotFound;

    /// <summary>Finds a purchase by its first row and locks its card.</summary>
    public async ValueTask<OpenPurchase?> Take(CardTransaction root) => await unit.LockCard(RowFilter.OfAccount(root.AccountId), root.CardId) is { } card
        ? new OpenPurchase(
            card, root, await ledger.FindHold(root.AuthorizationId!), await unit.ProgressOf(root.AccountId, root.AuthorizationId!))
        : null;

    /// <summary>Stores a message of the network that cannot be applied as a decline; no money moves.</summary>
    public async ValueTask<Transaction> Refuse(OpenPurchase purchase, string type, Usd amount, Decline decline)
    {
        var row = purchase.Root.Refused(
            ids.New<TransactionId>().Value, type, amount, decline.CodeOn(purchase.Card.Bin), decline, unit.Now);
        return await unit.Record(row);
    }
}
