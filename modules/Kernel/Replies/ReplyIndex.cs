using Cryptocardium.Kernel.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Cryptocardium.Kernel.Replies;

// The index of stored replies on SQLite, a table of its own. A pass adds the recent replies in small steps, in the order of hashes, and removes
// entries of purged replies from the pages that it changes anyway. Until a pass ends, its entries stay in memory.
internal sealed class ReplyIndex(Database database, RecentReplies recent, IServiceScopeFactory scopes) : IHostedService
{
    private const int StepEntries = 500;

    // The row with this hash has the number up to which all replies are in the index. No key has it.
    private const long Mark = 0;

    private static readonly Statement FindMark = new("SELECT no FROM kernel_reply_index WHERE hash = @hash", "hash");

    private static readonly Statement FindNewest = new("SELECT no FROM kernel_reply ORDER BY no DESC LIMIT 1");

    private static readonly Statement FindFollowing = new("SELECT no, key_hash FROM kernel_reply WHERE no > @mark", "mark");

    private static readonly Statement Put = new(
        "REPLACE INTO kernel_reply_index (hash, no) VALUES (@hash, @no)", "hash", "no");

    // Only numbers before the oldest reply are looked up. A reply that was written while the clock was ahead is not purged, and does not count as
    // the oldest.
    private static readonly Statement DeletePurged = new(
        """
        DELETE FROM kernel_reply_index WHERE hash BETWEEN @first AND @last AND hash <> @mark
        AND no < (SELECT r.no FROM kernel_reply r WHERE r.expires_at <= @latest ORDER BY r.no LIMIT 1)
        AND NOT EXISTS (SELECT 1 FROM kernel_reply r WHERE r.no = kernel_reply_index.no)
        """,
        "first", "last", "mark", "latest");

    private ReplyNumber[] pass = [];
    private int done;

    /// <summary>Entries in memory before a pass begins; the default is about 3 MB.</summary>
    public int PassFrom { get; init; } = 65_536;

    /// <summary>Loads the replies that are not in the index.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (database.Engine != Engine.Sqlite)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var unit = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        var mark = await unit.One(FindMark, static row => row.GetInt64("no"), Mark);
        var newest = await unit.One(FindNewest, static row => row.GetInt64("no"));
        var following = await unit.Query(
            FindFollowing, static row => new ReplyNumber(ReplyStore.Hash(row.GetBytes("key_hash")), row.GetInt64("no")), mark);
        recent.Load(Math.Max(mark, newest), following);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <returns>The next step of a pass; null while there is nothing to do.</returns>
    public ReplyIndexStep? Next()
    {
        if (done == pass.Length)
        {
            if (recent.Count < PassFrom)
            {
                return null;
            }

            (pass, done) = (recent.Sorted(), 0);
        }

        var entries = new ArraySegment<ReplyNumber>(pass, done, Math.Min(StepEntries, pass.Length - done));
        var isLast = done + entries.Count == pass.Length;
        return new(
            entries, done == 0 ? long.MinValue : entries[0].Hash, isLast ? long.MaxValue : entries[^1].Hash, isLast ? pass.Max(entry => entry.No) : null);
    }

    public static async ValueTask Store(UnitOfWork unit, ReplyIndexStep step)
    {
        foreach (var (hash, no) in step.Entries)
        {
            await unit.Execute(Put, hash, no);
        }

        await unit.Execute(DeletePurged, step.First, step.Last, Mark, unit.Now + IdempotencyClaim.Retention);
        if (step.Mark is { } mark)
        {
            await unit.Execute(Put, Mark, mark);
        }
    }

    /// <summary>Must be called after the commit of a step.</summary>
    public void Advance(ReplyIndexStep step)
    {
        done += step.Entries.Count;
        if (done == pass.Length)
        {
            recent.Remove(pass);
            (pass, done) = ([], 0);
        }
    }
}
