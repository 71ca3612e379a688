using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Cards.Data;

// Disputes as commands need them. Everything on one card happens one after another, its disputes too: the card's lock comes first.
internal sealed class StoredDisputes(UnitOfWork unit)
{
    /// <summary>A dispute to change; null when the account has none of this id.</summary>
    public async ValueTask<Dispute?> Take(AccountId account, string id)
    {
        var disputes = await unit.Set<Dispute>();
        var card = await disputes.Where(dispute => dispute.AccountId == account && dispute.Id == id)
            .Select(dispute => dispute.CardId).FirstOrDefaultAsync();
        if (card is null)
        {
            return null;
        }

        await unit.LockCard(account, card);
        return await disputes.FirstAsync(dispute => dispute.Id == id);
    }

    /// <summary>A dispute to change that the program itself found.</summary>
    public async ValueTask<Dispute?> Take(string id)
    {
        var account = await (await unit.Set<Dispute>()).Where(dispute => dispute.Id == id)
            .Select(dispute => dispute.AccountId).FirstOrDefaultAsync();
        return account.Value is null ? null : await Take(account, id);
    }

    /// <summary>The open dispute about a capture whose card is locked.</summary>
    public async ValueTask<Dispute?> OpenAbout(AccountId account, string transaction) =>
        await (await unit.Set<Dispute>()).FirstOrDefaultAsync(dispute =>
            dispute.AccountId == account && dispute.TransactionId == transaction && dispute.DueAt != null);

    public async ValueTask Add(Dispute dispute) => (await unit.Set<Dispute>()).Add(dispute);
}
