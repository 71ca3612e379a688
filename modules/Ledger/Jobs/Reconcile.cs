using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.Kernel.Outbox;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.Ledger.Data;
using Cryptocardium.Ledger.Domain;
using Mediator;

namespace Cryptocardium.Ledger.Jobs;

// Holds the books against everything that should agree with them. Reads one snapshot, and keeps nobody waiting.
internal sealed record Reconcile : IQuery<Result<int>>
{
    // A discrepancy is known within a minute.
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(20);

    public static Job Job(ReconciliationState status) => new("reconcile", Pace, async (sender, token) =>
    {
        if (status.IsDue)
        {
            await sender.Send(new Reconcile(), token);
        }

        return false;
    })
    { TakesLong = true };
}

internal sealed class ReconcileHandler(UnitOfWork unit, IEnumerable<IReconciliationSource> sources, ILedgerAudit audit, ReconciliationState status)
    : IQueryHandler<Reconcile, Result<int>>
{
    private static readonly (string Check, Statement Statement)[] OwnChecks =
    [
        ("trial_balance", ReconciliationSql.TrialBalance),
        ("journal_sum", ReconciliationSql.Journals),
        ("balance", ReconciliationSql.Balances),
        ("entry_count", ReconciliationSql.EntryCounts),
        ("holds", ReconciliationSql.Holds),
        ("holds", ReconciliationSql.HoldsWithoutAccount),
    ];

    public async ValueTask<Result<int>> Handle(Reconcile query, CancellationToken cancellationToken)
    {
        var started = status.Start();
        try
        {
            var found = await unit.InSnapshot(Check);
            status.End(started, unit.Now, found);
            return found.Count;
        }
        catch
        {
            // A damage can be of a kind that not even adding up survives; nobody must read the last good result then.
            status.Fail(started);
            throw;
        }
    }

    private async ValueTask<List<Discrepancy>> Check()
    {
        var found = new List<Discrepancy>();
        foreach (var (check, statement) in OwnChecks)
        {
            found.AddRange(await unit.Query(
                statement, row => new Discrepancy(check, row.GetString(0), row.GetInt64(1), row.GetInt64(2))));
        }

        var journals = (await unit.Query(ReconciliationSql.CountKinds, static row => (Kind: row.GetString(0), Count: row.GetInt64(1))))
            .ToDictionary(row => row.Kind, row => row.Count);
        var events = await StoredEvents.CountByType(unit);
        foreach (var source in sources)
        {
            foreach (var subledger in await source.Balances())
            {
                found.AddRange(await Compare(subledger));
            }

            found.AddRange((await source.Events(journals)).Select(count => Compare(count, events)).OfType<Discrepancy>());
        }

        found.AddRange((await audit.Faults()).Select(fault => new Discrepancy("journal", $"{fault}", 0, 1)));
        return found;
    }

    private async ValueTask<IEnumerable<Discrepancy>> Compare(Subledger subledger)
    {
        var posted = (await unit.Query(
                ReconciliationSql.BalancesOfClass, static row => (Code: row.GetString(0), Micros: row.GetInt64(1)), subledger.Class))
            .ToDictionary(row => row.Code, row => row.Micros);
        var expected = subledger.Balances.ToDictionary(pair => pair.Key.Code, pair => pair.Value.Micros);
        return
            from code in posted.Keys.Union(expected.Keys)
            let should = expected.GetValueOrDefault(code)
            let balance = posted.GetValueOrDefault(code)
            where should != balance
            select new Discrepancy("subledger", code, should, balance);
    }

    private static Discrepancy? Compare(EventCount count, IReadOnlyDictionary<string, long> events)
    {
        var told = count.Types.Sum(type => events.GetValueOrDefault(type.Name));
        return told == count.Expected ? null : new Discrepancy("outbox", string.Join('|', count.Types), count.Expected, told);
    }
}
