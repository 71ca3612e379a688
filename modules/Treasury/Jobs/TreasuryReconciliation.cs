using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.Treasury.Data;

namespace Cryptocardium.Treasury.Jobs;

// Top-ups against their memo in the books, and what was posted for them against what was told.
internal sealed class TreasuryReconciliation(Unit unit) : IReconciliationSource
{
    public async ValueTask<IReadOnlyList<Subledger>> Balances()
    {
        var pending = await unit.Query(
            ReconciliationSql.Pending,
            static row => (Account: AccountId.From(row.GetString(0)), Mode: ModeText.Parse(row.GetString(1)), Sum: new Usd(row.GetInt64(2))));
        return
        [
            new("U.pend", pending.ToDictionary(row => Book.TreasuryPending(row.Account, row.Mode), row => row.Sum)),
            new("M.expected", pending.ToDictionary(row => Book.Expected(row.Account, row.Mode), row => row.Sum)),
        ];
    }

    public ValueTask<IReadOnlyList<EventCount>> Events(IReadOnlyDictionary<string, long> journals) => new(
    [
        new EventCount(journals.GetValueOrDefault("topup_announced"), "topup.created"),
        new EventCount(journals.GetValueOrDefault("topup_closed"), "topup.cancelled", "topup.expired"),
        new EventCount(journals.GetValueOrDefault("deposit_credited"), "topup.confirmed", "topup.deposit_credited"),
    ]);
}
