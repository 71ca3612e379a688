using Cryptocardium.Kernel;
using Cryptocardium.Ledger.Data;
using Cryptocardium.Ledger.Domain;

namespace Cryptocardium.Ledger.Jobs;

// Scans new journals for a bounded time. Under load it falls behind and catches up later, since requests have priority.
internal sealed class VerifyJournalsPreparation(
    VerifiedLanes verified, ChainHeads heads, JournalReader reader, FirstScan first, TimeProvider clock, Prepared<ScannedLanes> scanned)
    : IPreparation<VerifyJournals>
{
    /// <summary>A tenth of the interval of the job.</summary>
    private static readonly TimeSpan ScanMax = TimeSpan.FromMilliseconds(500);

    public async ValueTask<Error?> Prepare(VerifyJournals message, CancellationToken cancellationToken)
    {
        var scan = new LaneScan(reader, withBefore: true);
        var changed = new List<ScannedLane>();
        var begun = clock.GetTimestamp();
        var known = (await verified.Read()).ToDictionary(lane => lane.Lane);
        foreach (var head in await heads.Read())
        {
            var stored = known.GetValueOrDefault(head.Lane) ?? new VerifiedLane(head.Lane, 0, JournalHash.Genesis, null, null);
            known.Remove(head.Lane);
            var at = stored;
            var hasMore = stored.Fault is not null ? first.IsAhead
                : head.Sequence != stored.Sequence || !head.Hash.AsSpan().SequenceEqual(stored.Hash);
            while (hasMore)
            {
                (at, hasMore) = head.Sequence < at.Sequence ? (Shortened(at, head.Sequence), false) : await scan.Step(at);

                // Each lane gets one step at least, even if the others use up the time.
                hasMore = hasMore && clock.GetElapsedTime(begun) < ScanMax;
            }

            AddIfChanged(changed, stored, at);
        }

        foreach (var missing in known.Values.Where(lane => lane.Fault is null))
        {
            AddIfChanged(changed, missing, Shortened(missing, 0));
        }

        scanned.Leave(new ScannedLanes(changed));
        return null;
    }

    private static VerifiedLane Shortened(VerifiedLane stored, long sequence) => stored with
    {
        BadNo = JournalNumber.Of(stored.Lane, sequence + 1, Mode.Sandbox),
        Fault = "it was verified before, and is missing",
    };

    private static void AddIfChanged(List<ScannedLane> changed, VerifiedLane stored, VerifiedLane at)
    {
        if (at.Sequence != stored.Sequence || at.BadNo != stored.BadNo || at.Fault != stored.Fault)
        {
            changed.Add(new ScannedLane(at, stored.BadNo));
        }
    }
}
