using Cryptocardium.Kernel;
using Cryptocardium.Ledger.Domain;

namespace Cryptocardium.Ledger.Data;

// Walks along a lane, journal by journal, until something is wrong or there is no more.
internal sealed class LaneScan(JournalReader reader, bool withBefore)
{
    private const int JournalsAtOnce = 500;

    /// <summary>Takes one bounded step.</summary>
    /// <param name="last">Where the walk stands.</param>
    /// <returns>Where it stands then, and whether it may go on.</returns>
    public async ValueTask<(VerifiedLane To, bool GoesOn)> Step(VerifiedLane last)
    {
        var at = last with { BadNo = null, Fault = null };
        var journals = await reader.Read(at.Lane, at.Sequence, JournalsAtOnce, withBefore);
        foreach (var journal in journals.Skip(IsInPlace(journals, at) ? 1 : 0))
        {
            if (JournalCheck.FaultOf(journal, at.Sequence, at.Hash) is { } fault)
            {
                var isMissing = JournalNumber.SequenceOf(journal.Facts.No) > at.Sequence + 1;
                return (at with { BadNo = isMissing ? Missing(at) : journal.Facts.No, Fault = fault }, false);
            }

            at = at with { Sequence = at.Sequence + 1, Hash = journal.Hash };
        }

        return (at, journals.Count == JournalsAtOnce);
    }

    // The journal that was verified last comes again, so that a second one at its place is seen.
    private static bool IsInPlace(IReadOnlyList<UnverifiedJournal> journals, VerifiedLane at) =>
        at.Sequence > 0 && journals.Count > 0
        && JournalNumber.SequenceOf(journals[0].Facts.No) == at.Sequence && journals[0].Hash.AsSpan().SequenceEqual(at.Hash);

    // Its book is not known, so its number is only its place.
    private static long Missing(VerifiedLane at) => JournalNumber.Of(at.Lane, at.Sequence + 1, Mode.Sandbox);
}
