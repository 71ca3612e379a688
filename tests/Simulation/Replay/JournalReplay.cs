using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Simulation.Replay;

/// <summary>
/// Replays the journals of a run. Each call reads the new ones and requires that they are sound and that the stored balances
/// are their sums.
/// </summary>
internal sealed class JournalReplay : IAsyncDisposable
{
    private const string Held = "C.hold";

    // The number of a journal consists of the lane, the sequence within the lane, and one bit for the book.
    private const int LaneShift = 44;

    private readonly LedgerReader reader;
    private readonly long[] heads;
    private readonly Dictionary<long, ReplayedAccount> accounts = [];
    private readonly Dictionary<string, long> balances = new(StringComparer.Ordinal);

    private JournalReplay(LedgerReader reader, IEnumerable<int> lanes)
    {
        this.reader = reader;
        heads = [.. lanes.Select(lane => (long)lane << LaneShift)];
    }

    /// <summary>The number of replayed journals.</summary>
    public int Journals { get; private set; }

    /// <summary>Every account that ever moved, with stripes merged.</summary>
    public IEnumerable<string> Codes => balances.Keys;

    public static async Task<JournalReplay> Open(TestDatabase database)
    {
        // SQLite has one writer. On PostgreSQL each writer of the node extends a lane of its own, counted from one.
        var lanes = database.Engine == Engine.Sqlite
            ? [0]
            : Enumerable.Range(1, new DatabaseOptions(Engine.Postgres, "").PostgresWriters);
        return new JournalReplay(await LedgerReader.Open(database), lanes);
    }

    /// <summary>A balance computed from the journals.</summary>
    public long Of(string code) => balances.GetValueOrDefault(code);

    /// <summary>Replays the new journals.</summary>
    /// <returns>The accounts that moved.</returns>
    public async Task<IReadOnlyCollection<string>> CatchUp()
    {
        var entries = new List<Entry>();
        for (var lane = 0; lane < heads.Length; lane++)
        {
            var end = ((heads[lane] >> LaneShift) + 1) << LaneShift;
            foreach (var journal in (await reader.Entries(heads[lane], end)).GroupBy(entry => entry.Journal))
            {
                CheckJournal([.. journal], journal.Key, heads[lane]);
                heads[lane] = journal.Key | 1;
                entries.AddRange(journal);
                Journals++;
            }
        }

        return entries.Count == 0 ? [] : await Apply(entries);
    }

    public ValueTask DisposeAsync() => reader.DisposeAsync();

    private static void CheckJournal(Entry[] lines, long journal, long head)
    {
        Assert.True(journal >> 1 == (head >> 1) + 1, $"Journal {journal} follows {head}: there is a gap.");
        Assert.True(lines.Length >= 2 && lines.Sum(line => line.Amount) == 0, $"Journal {journal} does not sum to zero.");
        for (var line = 0; line < lines.Length; line++)
        {
            Assert.True(lines[line].IsLine(line), $"Journal {journal} lacks line {line}.");
            Assert.True((lines[line].Account & 1) == (journal & 1), $"Journal {journal} crosses books.");
        }
    }

    private async Task<IReadOnlyCollection<string>> Apply(List<Entry> entries)
    {
        var touched = new HashSet<ReplayedAccount>();
        // Lanes are not ordered among each other, but the entries of an account are.
        foreach (var entry in entries.OrderBy(entry => entry.AccountSequence))
        {
            if (!accounts.TryGetValue(entry.Account, out var account))
            {
                accounts[entry.Account] = account = await reader.Account(entry.Account);
            }

            touched.Add(account);
            balances[account.ChartCode] = Of(account.ChartCode) + account.Take(entry);
        }

        foreach (var account in touched)
        {
            await reader.CheckCached(account);
            if (account.Code.Contains(Held, StringComparison.Ordinal))
            {
                var open = await reader.OpenHolds(account.Code);
                Assert.True(open == account.Balance, $"The holds of {account.Code} sum to {open}, not to {account.Balance}.");
            }
        }

        return [.. touched.Select(account => account.ChartCode)];
    }
}
