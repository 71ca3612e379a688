using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Cards.Disputes;

// Disputes as commands need them. Everything on one card happens one after another, its disputes too: the card's lock comes first.
internal sealed class StoredDisputes(UnitOfWork unit)
{
    /// <summary>A dispute to change; null when the filter selects none of this id.</summary>
    public async ValueTask<Dispute?> Take(RowFilter rows, string id)
    {
        var disputes = (await unit.Set<Dispute>()).OwnedBy(rows);
        var card = await disputes.Where(dispute => dispute.Id == id).Select(dispute => dispute.CardId).FirstOrDefaultAsync();
        if (card is null)
        {
            return null;
        }

        await unit.LockCard(rows, card);
        return await disputes.FirstAsync(dispute => dispute.Id == id);
    }

    /// <summary>A dispute to change that the program itself found.</summary>
    public async ValueTask<Dispute?> Take(string id)
    {
        var account = await (await unit.Set<Dispute>()).Where(dispute => dispute.Id == id)
            .Select(dispute => dispute.AccountId).FirstOrDefaultAsync();
        return account.Value is null ? null : await Take(RowFilter.OfAccount(account), id);
    }

    /// <summary>The open dispute about a capture whose card is locked.</summary>
    public async ValueTask<Dispute?> OpenAbout(AccountId account, string transaction) =>
        await (await unit.Set<Dispute>()).OwnedBy(RowFilter.OfAccount(account))
            .FirstOrDefaultAsync(dispute => dispute.TransactionId == transaction && dispute.DueAt != null);

    public async ValueTask Add(Dispute dispute) => (await unit.Set<Dispute>()).Add(dispute);
}
