using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Domain;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Treasury.Data;

// Stored top-ups and deposits. Take locks before it reads, so that the rows stay as read until the commit; the lock of a top-up covers
// its deposits.
internal sealed class StoredTopups(UnitOfWork unit)
{
    private static readonly RowLock Lock = new("treasury_topup");

    // Returns null if the account has no such top-up.
    public async ValueTask<Topup?> Take(RowFilter rows, string id)
    {
        await Lock.Acquire(unit, rows.Account, id);
        return await unit.Select<Topup>(rows).Equal(nameof(Topup.Id), id).FirstOrDefault();
    }

    // The top-up of a deposit, not locked and not tracked; null if there is no such deposit.
    public async ValueTask<Topup?> FindWith(string deposit)
    {
        var owner = await (await unit.SetOutsideBatch<Deposit>()).Where(row => row.Id == deposit).Select(row => row.TopupId).FirstOrDefaultAsync();
        return owner is null ? null : await (await unit.SetOutsideBatch<Topup>()).AsNoTracking().SingleAsync(topup => topup.Id == owner);
    }

    // Locks in order of ids, so that two commands cannot deadlock.
    public async ValueTask<IReadOnlyList<Topup>> TakeAll(IEnumerable<string> ids)
    {
        var ordered = ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        foreach (var id in ordered)
        {
            await Lock.Acquire(unit, id);
        }

        return await (await unit.SetOutsideBatch<Topup>()).Where(topup => ordered.Contains(topup.Id)).OrderBy(topup => topup.Id).ToListAsync();
    }

    // Returns null if there is no such deposit.
    public async ValueTask<(Topup Topup, Deposit Deposit)?> TakeWithDeposit(string deposit)
    {
        var owner = await (await unit.SetOutsideBatch<Deposit>()).Where(row => row.Id == deposit).Select(row => row.TopupId).FirstOrDefaultAsync();
        return owner is null ? null : ((await TakeAll([owner])).Single(), (await DepositsOf(owner)).Single(row => row.Id == deposit));
    }

    // The ids of top-ups with deposits on the chain that are not final.
    public async ValueTask<IReadOnlyList<string>> Awaiting(AccountId account, Mode mode, string chain) =>
        await unit.Query(TreasurySql.Awaiting, static row => row.GetString("topup_id"), account, mode, chain);

    // The ids of the top-ups with these addresses.
    public async ValueTask<IReadOnlyList<string>> IdsAt(IReadOnlyList<string> addresses) =>
        [.. (await Found(addresses)).Select(topup => topup.Id)];

    // Adds the top-ups of the same accounts and chains that await finality, because a new block confirms their deposits as well.
    public async ValueTask<IReadOnlyList<string>> AffectedBy(IReadOnlyList<string> addresses)
    {
        var found = await Found(addresses);
        var ids = found.Select(topup => topup.Id).ToList();
        foreach (var (account, mode, chain) in found.Select(topup => (topup.AccountId, topup.Mode, topup.Chain)).Distinct())
        {
            ids.AddRange(await Awaiting(account, mode, chain));
        }

        return ids;
    }

    // Oldest first; includes deposits that this unit of work has added.
    public async ValueTask<List<Deposit>> DepositsOf(string topup)
    {
        var deposits = await unit.SetOutsideBatch<Deposit>();
        await deposits.Where(deposit => deposit.TopupId == topup).LoadAsync();
        return [.. deposits.Local.Where(deposit => deposit.TopupId == topup).OrderBy(deposit => deposit.Id, StringComparer.Ordinal)];
    }

    public async ValueTask Add(Topup topup) => (await unit.SetOutsideBatch<Topup>()).Add(topup);

    public async ValueTask Add(Deposit deposit) => (await unit.SetOutsideBatch<Deposit>()).Add(deposit);

    private async ValueTask<List<Topup>> Found(IReadOnlyList<string> addresses) => addresses.Count == 0
        ? []
        : await (await unit.SetOutsideBatch<Topup>()).AsNoTracking().Where(topup => addresses.Contains(topup.DepositAddress)).ToListAsync();
}
