using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.Kernel.Outbox;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.Ledger.Data;
using Cryptocardium.Ledger.Domain;
using Mediator;

namespace Cryptocardium.Ledger.Jobs;

// Compares the books with everything that must agree with them, in one snapshot. It locks nothing.
internal sealed record Reconcile : IQuery<Result<int>>
{
    // A discrepancy is found within a minute.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(20);

    public static Job Job(ReconciliationState state) => new("reconcile", Interval, async (sender, token) =>
    {
        if (state.IsDue)
        {
            await sender.Send(new Reconcile(), token);
        }

        return false;
    })
    { TakesLong = true };
}

internal sealed class ReconcileHandler(
    UnitOfWork unit, Database database, IEnumerable<IReconciliationSource> sources, ILedgerAudit audit, ReconciliationState state)
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
        var started = state.Start();
        try
        {
            var found = await unit.InSnapshot(Check);
            if (found.Count > 0)
            {
                found = Confirmed(found, await unit.InSnapshot(Check));
            }

            state.End(started, unit.Now, found);
            return found.Count;
        }
        catch (Exception exception) when (database.Outage.Covers(exception))
        {
            // A run without a response has found nothing. The last result stands until the next run.
            throw;
        }
        catch
        {
            // Damage can make even the sums fail. The last good result must not be reported then.
            state.Fail(started);
            throw;
        }
    }

    // A difference is reported if a second look finds it, so that one seen across a fault is not.
    private static List<Discrepancy> Confirmed(List<Discrepancy> first, List<Discrepancy> second)
    {
        var seen = first.Select(each => (each.Check, each.Subject)).ToHashSet();
        return second.FindAll(each => seen.Contains((each.Check, each.Subject)));
    }

    private async ValueTask<List<Discrepancy>> Check()
    {
        var found = new List<Discrepancy>();
        foreach (var (check, statement) in OwnChecks)
        {
            found.AddRange(await unit.Query(
                statement, row => new Discrepancy(check, row.GetString("subject"), row.GetInt64("expected"), row.GetInt64("found"))));
        }

        var journals = (await unit.Query(ReconciliationSql.CountTypes, static row => (Type: row.GetString("type"), Count: row.GetInt64("journals"))))
            .ToDictionary(row => row.Type, row => row.Count);
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
                ReconciliationSql.BalancesOfClass, static row => (Code: row.GetString("code"), Micros: row.GetInt64("balance")), subledger.Class))
            .ToDictionary(row => row.Code, row => row.Micros);
        var expected = subledger.Balances.ToDictionary(pair => pair.Key.Code, pair => pair.Value.Micros);
        return
            from code in posted.Keys.Union(expected.Keys)
            let required = expected.GetValueOrDefault(code)
            let found = posted.GetValueOrDefault(code)
            where required != found
            select new Discrepancy("subledger", code, required, found);
    }

    private static Discrepancy? Compare(EventCount count, IReadOnlyDictionary<string, long> events)
    {
        var raised = count.Types.Sum(type => events.GetValueOrDefault(type.Name));
        return raised == count.Expected ? null : new Discrepancy("outbox", string.Join('|', count.Types), count.Expected, raised);
    }
}
