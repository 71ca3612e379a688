using System.Globalization;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.Ledger.Data;
using Cryptocardium.Ledger.Domain;

namespace Cryptocardium.Ledger.Verify;

// Runs the checks in the order in which they depend on each other: the chains prove journals and entries, the exported heads prove that none
// was removed, and accounts and holds are checked against those entries.
internal sealed class LedgerVerification(UnitOfWork unit, ChainHeads heads, JournalReader reader, ExportCheck export, AccountCheck accounts)
    : ILedgerVerification
{
    private const long JournalsPerLine = 100_000;

    public ValueTask<LedgerFault?> Run(Action<string> progress)
    {
        // The files are read before the snapshot, so that a head that is exported meanwhile does not look like a missing journal.
        export.Load();
        return unit.InSnapshot<LedgerFault?>(async () =>
            await Chains(progress) ?? await export.FirstFault(progress) ?? await accounts.FirstFault(progress));
    }

    private async ValueTask<LedgerFault?> Chains(Action<string> progress)
    {
        var scan = new LaneScan(reader, withBefore: false);
        foreach (var head in await heads.Read())
        {
            var at = new VerifiedLane(head.Lane, 0, JournalHash.Genesis, null, null);
            var hasMore = true;
            while (hasMore)
            {
                var before = at.Sequence;
                (at, hasMore) = await scan.Step(at);
                if (before / JournalsPerLine != at.Sequence / JournalsPerLine)
                {
                    progress(string.Create(CultureInfo.InvariantCulture, $"lane {at.Lane}: {at.Sequence:N0} of {head.Sequence:N0} journals"));
                }
            }

            progress(string.Create(CultureInfo.InvariantCulture, $"lane {at.Lane}: {at.Sequence:N0} journals are what was posted"));
            if (at is { BadNo: { } number, Fault: { } fault })
            {
                return await FaultText.At(unit, number, fault);
            }
        }

        return null;
    }
}
