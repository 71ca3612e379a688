using Cryptocardium.Kernel;
using Cryptocardium.Ledger.Domain;

namespace Cryptocardium.Ledger.Data;

// Checks the journals of a lane in order until the first fault or the end of the lane.
internal sealed class LaneScan(JournalReader reader, bool withBefore)
{
    private const int JournalsPerStep = 500;

    /// <summary>Checks a bounded number of journals.</summary>
    /// <param name="last">The last verified journal.</param>
    /// <returns>The last verified journal after the step, and whether there may be more.</returns>
    public async ValueTask<(VerifiedLane To, bool HasMore)> Step(VerifiedLane last)
    {
        var at = last with { BadNo = null, Fault = null };
        var journals = await reader.Read(at.Lane, at.Sequence, JournalsPerStep, withBefore);
        foreach (var journal in journals.Skip(StartsWithLast(journals, at) ? 1 : 0))
        {
            if (JournalCheck.FaultOf(journal, at.Sequence, at.Hash) is { } fault)
            {
                var isMissing = JournalNumber.SequenceOf(journal.Facts.No) > at.Sequence + 1;
                return (at with { BadNo = isMissing ? Missing(at) : journal.Facts.No, Fault = fault }, false);
            }

            at = at with { Sequence = at.Sequence + 1, Hash = journal.Hash };
        }

        return (at, journals.Count == JournalsPerStep);
    }

    // The last verified journal is read again, so that a second journal with its sequence is found.
    private static bool StartsWithLast(IReadOnlyList<UnverifiedJournal> journals, VerifiedLane at) =>
        at.Sequence > 0 && journals.Count > 0
        && JournalNumber.SequenceOf(journals[0].Facts.No) == at.Sequence && journals[0].Hash.AsSpan().SequenceEqual(at.Hash);

    // The book of a missing journal is unknown, so the lower number of its sequence is used.
    private static long Missing(VerifiedLane at) => JournalNumber.Of(at.Lane, at.Sequence + 1, Mode.Sandbox);
}
