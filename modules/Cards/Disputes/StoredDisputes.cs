using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Cards.Disputes;

// Disputes for commands. The lock of the card comes first, since everything on one card is serialized, its disputes included.
internal sealed class StoredDisputes(UnitOfWork unit)
{
    /// <summary>Finds a dispute and locks its card; null when the filter selects none with this id.</summary>
    public async ValueTask<Dispute?> Take(RowFilter rows, string id)
    {
        var disputes = (await unit.SetOutsideBatch<Dispute>()).OwnedBy(rows);
        var card = await disputes.Where(dispute => dispute.Id == id).Select(dispute => dispute.CardId).FirstOrDefaultAsync();
        if (card is null)
        {
            return null;
        }

        await unit.LockCard(rows, card);
        return await disputes.FirstAsync(dispute => dispute.Id == id);
    }

    /// <summary>Finds a dispute for a job or an operator, in any account, and locks its card.</summary>
    public async ValueTask<Dispute?> Take(string id)
    {
        var account = await (await unit.SetOutsideBatch<Dispute>()).Where(dispute => dispute.Id == id)
            .Select(dispute => dispute.AccountId).FirstOrDefaultAsync();
        return account.Value is null ? null : await Take(RowFilter.OfAccount(account), id);
    }

    /// <summary>The open dispute about a capture. The caller has locked the card.</summary>
    public async ValueTask<Dispute?> OpenAbout(AccountId account, string transaction) =>
        await (await unit.SetOutsideBatch<Dispute>()).OwnedBy(RowFilter.OfAccount(account))
            .FirstOrDefaultAsync(dispute => dispute.TransactionId == transaction && dispute.DueAt != null);

    public async ValueTask Add(Dispute dispute) => (await unit.SetOutsideBatch<Dispute>()).Add(dispute);
}
