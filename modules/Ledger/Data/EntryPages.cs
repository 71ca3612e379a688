using System.Data.Common;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Domain;

namespace Cryptocardium.Ledger.Data;

// Reads entries of several accounts in their one order. Page 1 000 costs what page 1 costs: one seek for each account.
internal sealed class EntryPages(Unit unit)
{
    private const int ChunkMin = 8;
    private const int StepsPerRun = 4;

    /// <returns>Where the entry stands that an id names; null when this owner has no such entry.</returns>
    public async ValueTask<EntryPoint?> Find(AccountId owner, string id)
    {
        if (LedgerIds.EntryNumber(id) is not { } number)
        {
            return null;
        }

        var found = await unit.Query(
            EntrySql.Point, static row => (Point: new EntryPoint(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)), Class: row.GetString(3)),
            number, owner);
        return found is [var (point, chart)] && ShownAccounts.NameOf(chart) is not null && LedgerIds.Entry(number, point.PostedAt) == id
            ? point
            : null;
    }

    /// <summary>The next entries of a range.</summary>
    public ValueTask<List<EntryLine>> Read(IEnumerable<CustomerAccount> accounts, EntryRange range, int limit)
    {
        // What did not move since the range began has nothing in it.
        var within = accounts.Where(account => account.MovedAt >= range.From).Select(account => account.No).ToList();
        return unit.Engine == Engine.Sqlite ? Merge(within, range, limit) : ReadAll(within, range, limit);
    }

    private async ValueTask<List<EntryLine>> ReadAll(List<long> accounts, EntryRange range, int limit)
    {
        var bounds = accounts.ConvertAll(range.Of);
        return await unit.Query(
            range.Descending ? EntrySql.DownAll : EntrySql.UpAll, ReadLine,
            accounts.ToArray(), bounds.Select(bound => bound.Low.At).ToArray(), bounds.Select(bound => bound.Low.Seq).ToArray(),
            bounds.Select(bound => bound.High.At).ToArray(), bounds.Select(bound => bound.High.Seq).ToArray(), limit);
    }

    // SQLite has no lateral join. Each account is a run of rows in order, read a few at a time; the next row of all is the first of
    // the runs' next rows.
    private async ValueTask<List<EntryLine>> Merge(List<long> accounts, EntryRange range, int limit)
    {
        // What is read of a run and not taken is read in vain, so several accounts are read in small steps.
        var size = accounts.Count <= 1 ? limit : Math.Clamp(limit / (StepsPerRun * accounts.Count), Math.Min(ChunkMin, limit), limit);
        var runs = new PriorityQueue<Run, EntryPoint>(range.Descending
            ? Comparer<EntryPoint>.Create(static (left, right) => right.CompareTo(left))
            : Comparer<EntryPoint>.Default);
        foreach (var account in accounts)
        {
            await Advance(runs, new Run(account, size), range);
        }

        var lines = new List<EntryLine>(limit);
        while (lines.Count < limit && runs.TryDequeue(out var run, out _))
        {
            lines.Add(run.Take());
            await Advance(runs, run, range with { After = lines[^1].Point });
        }

        return lines;
    }

    private async ValueTask Advance(PriorityQueue<Run, EntryPoint> runs, Run run, EntryRange range)
    {
        if (run.NeedsMore)
        {
            var (low, high) = range.Of(run.Account);
            run.Fill(await unit.Query(
                range.Descending ? EntrySql.Down : EntrySql.Up, ReadLine,
                run.Account, low.At, low.Seq, high.At, high.Seq, run.Size));
        }

        if (!run.IsEmpty)
        {
            runs.Enqueue(run, run.Next);
        }
    }

    private static EntryLine ReadLine(DbDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), new Usd(row.GetInt64(2)), new Usd(row.GetInt64(3)), row.GetInt64(4), row.GetInt64(5),
        row.GetString(6), row.GetInt64(7));

    private sealed class Run(long account, int size)
    {
        private List<EntryLine> rows = [];
        private int at;
        private bool isLast;

        public long Account => account;

        public int Size => size;

        public bool IsEmpty => at == rows.Count;

        public bool NeedsMore => IsEmpty && !isLast;

        public EntryPoint Next => rows[at].Point;

        public EntryLine Take() => rows[at++];

        public void Fill(List<EntryLine> read)
        {
            (rows, at, isLast) = (read, 0, read.Count < size);
        }
    }
}
