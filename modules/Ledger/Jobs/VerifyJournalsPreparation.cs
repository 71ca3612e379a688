using Cryptocardium.Kernel;
using Cryptocardium.Ledger.Data;
using Cryptocardium.Ledger.Domain;

namespace Cryptocardium.Ledger.Jobs;

// The walk itself. It may fall behind while much is posted, and catches up later: customers come first.
internal sealed class VerifyJournalsPreparation(
    VerifiedLanes verified, ChainHeads heads, JournalReader reader, FirstScan first, TimeProvider clock, Prepared<WalkedLanes> walked)
    : IPreparation<VerifyJournals>
{
    /// <summary>A tenth of the job's pace.</summary>
    private static readonly TimeSpan WalkMax = TimeSpan.FromMilliseconds(500);

    public async ValueTask<Error?> Prepare(VerifyJournals message, CancellationToken cancellationToken)
    {
        var walk = new LaneScan(reader, withBefore: true);
        var changed = new List<ScannedLane>();
        var begun = clock.GetTimestamp();
        var known = (await verified.Read()).ToDictionary(lane => lane.Lane);
        foreach (var head in await heads.Read())
        {
            var noted = known.GetValueOrDefault(head.Lane) ?? new VerifiedLane(head.Lane, 0, JournalHash.Genesis, null, null);
            known.Remove(head.Lane);
            var at = noted;
            var goesOn = noted.Fault is not null ? first.IsAhead
                : head.Sequence != noted.Sequence || !head.Hash.AsSpan().SequenceEqual(noted.Hash);
            while (goesOn)
            {
                (at, goesOn) = head.Sequence < at.Sequence ? (Shorter(at, head.Sequence), false) : await walk.Step(at);

                // Every lane takes a step, however busy the others are.
                goesOn = goesOn && clock.GetElapsedTime(begun) < WalkMax;
            }

            Note(changed, noted, at);
        }

        foreach (var gone in known.Values.Where(gone => gone.Fault is null))
        {
            Note(changed, gone, Shorter(gone, 0));
        }

        walked.Leave(new WalkedLanes(changed));
        return null;
    }

    private static VerifiedLane Shorter(VerifiedLane noted, long sequence) => noted with
    {
        BadNo = JournalNumber.Of(noted.Lane, sequence + 1, Mode.Sandbox),
        Fault = "it was verified before, and is missing",
    };

    private static void Note(List<ScannedLane> changed, VerifiedLane noted, VerifiedLane at)
    {
        if (at.Sequence != noted.Sequence || at.BadNo != noted.BadNo || at.Fault != noted.Fault)
        {
            changed.Add(new ScannedLane(at, noted.BadNo));
        }
    }
}
