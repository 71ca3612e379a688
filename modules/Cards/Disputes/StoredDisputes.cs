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
        if (await Owned(rows, id).Untracked().FirstOrDefault() is not { } found)
        {
            return null;
        }

        await unit.LockCard(rows, found.CardId);
        return await Owned(rows, id).First();
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
        await unit.Select<Dispute>(RowFilter.OfAccount(account))
            .Equal(nameof(Dispute.TransactionId), transaction).Where("due_at IS NOT NULL").FirstOrDefault();

    public async ValueTask Add(Dispute dispute) => (await unit.SetOutsideBatch<Dispute>()).Add(dispute);

    private Selection<Dispute> Owned(RowFilter rows, string id) => unit.Select<Dispute>(rows).Equal(nameof(Dispute.Id), id);
}
