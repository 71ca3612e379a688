using System.Globalization;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.Ledger.Data;
using Cryptocardium.Ledger.Domain;

namespace Cryptocardium.Ledger.Verify;

// In this order, since each step stands on the one before: the chains say that journals and entries are what was posted, the exported
// heads that none were cut off, and only then accounts can be held against their entries and holds against their accounts.
internal sealed class LedgerVerification(UnitOfWork unit, ChainHeads heads, JournalReader reader, ExportCheck export, AccountCheck accounts)
    : ILedgerVerification
{
    private const long JournalsPerLine = 100_000;

    public ValueTask<LedgerFault?> Run(Action<string> progress)
    {
        // Read before the database is, so that whoever posts meanwhile does not look like somebody who cut off.
        export.Load();
        return unit.InSnapshot<LedgerFault?>(async () =>
            await Chains(progress) ?? await export.FirstFault(progress) ?? await accounts.FirstFault(progress));
    }

    private async ValueTask<LedgerFault?> Chains(Action<string> progress)
    {
        var walk = new LaneScan(reader, withBefore: false);
        foreach (var head in await heads.Read())
        {
            var at = new VerifiedLane(head.Lane, 0, JournalHash.Genesis, null, null);
            var goesOn = true;
            while (goesOn)
            {
                var before = at.Sequence;
                (at, goesOn) = await walk.Step(at);
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
