using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Domain;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Treasury.Data;

// Stored payouts and withdrawals. Take locks before it reads; the lock of a payout covers its withdrawal.
internal sealed class StoredPayouts(UnitOfWork unit)
{
    private static readonly RowLock Lock = new("treasury_payout");

    // Not locked and not tracked; null if the account has no such payout.
    public async ValueTask<Payout?> Find(RowFilter rows, string id) =>
        await unit.Select<Payout>(rows).Untracked().Equal(nameof(Payout.Id), id).FirstOrDefault();

    // Returns null if the account has no such payout.
    public async ValueTask<Payout?> Take(RowFilter rows, string id)
    {
        await Lock.Acquire(unit, rows.Account, id);
        return await unit.Select<Payout>(rows).Equal(nameof(Payout.Id), id).FirstOrDefault();
    }

    // Returns null while another node has the lock.
    public async ValueTask<Payout?> TryTake(string id)
    {
        var isFree = unit.Engine == Engine.Sqlite || (await unit.Query(PayoutSql.TryLock, static _ => true, id)).Count > 0;
        return isFree ? await (await unit.SetOutsideBatch<Payout>()).SingleAsync(payout => payout.Id == id) : null;
    }

    // Locks in order of ids, so that two commands cannot deadlock.
    public async ValueTask<IReadOnlyList<Payout>> TakeAll(IEnumerable<string> ids)
    {
        var ordered = ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        foreach (var id in ordered)
        {
            await Lock.Acquire(unit, id);
        }

        return ordered.Length == 0
            ? []
            : await (await unit.SetOutsideBatch<Payout>()).Where(payout => ordered.Contains(payout.Id)).OrderBy(payout => payout.Id).ToListAsync();
    }

    public async ValueTask<Withdrawal> WithdrawalOf(Payout payout) =>
        await (await unit.SetOutsideBatch<Withdrawal>()).SingleAsync(withdrawal => withdrawal.Id == payout.Id);

    public async ValueTask<Deposit> DepositOf(Payout payout) =>
        await (await unit.SetOutsideBatch<Deposit>()).SingleAsync(deposit => deposit.Id == payout.Id);

    public async ValueTask<string> TopupOf(Payout payout) => await (await unit.SetOutsideBatch<Deposit>())
        .Where(deposit => deposit.Id == payout.Id).Select(deposit => deposit.TopupId).SingleAsync();

    public async ValueTask Add(Payout payout) => (await unit.SetOutsideBatch<Payout>()).Add(payout);

    public async ValueTask Add(Withdrawal withdrawal) => (await unit.SetOutsideBatch<Withdrawal>()).Add(withdrawal);
}
