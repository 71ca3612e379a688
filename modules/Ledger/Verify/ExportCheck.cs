using System.Globalization;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.Ledger.Data;

namespace Cryptocardium.Ledger.Verify;

// Checks that each exported chain head, and each one that the verifier stored, still has its number and hash.
internal sealed class ExportCheck(UnitOfWork unit, HeadsFile file, VerifiedLanes verified)
{
    // A journal at a sequence of a lane has one of two numbers, one for each book.
    private static readonly Statement AtSequence = new("SELECT no, hash FROM ledger_journal WHERE no >= @first AND no <= @first + 1", "first");

    private readonly Dictionary<(int Lane, long Sequence, string Hash), string> expected = [];
    private string? unreadable;
    private int lines;

    /// <summary>Reads the export files.</summary>
    public void Load()
    {
        foreach (var (place, line) in file.Read())
        {
            // A line that a power failure cut off is unreadable. It is reported, but is no fault.
            if (line is null)
            {
                unreadable ??= place;
                continue;
            }

            lines++;
            foreach (var head in line.Heads)
            {
                expected.TryAdd((head.Lane, head.Sequence, head.Hash), place);
            }
        }
    }

    public async ValueTask<LedgerFault?> FirstFault(Action<string> progress)
    {
        foreach (var lane in await verified.Read())
        {
            expected.TryAdd((lane.Lane, lane.Sequence, Convert.ToHexStringLower(lane.Hash)), "the verifier's note");
        }

        foreach (var ((lane, sequence, hash), place) in expected.OrderBy(head => head.Key).Where(head => head.Key.Sequence > 0))
        {
            var first = JournalNumber.Of(lane, sequence, Mode.Sandbox);
            var found = await unit.Query(AtSequence, static row => (No: row.GetInt64("no"), Hash: new UnverifiedRow(row).Bytes("hash")), first);
            if (found.Count == 0)
            {
                return await FaultText.At(unit, first, $"it was exported ({place}), and is missing");
            }

            if (Convert.ToHexStringLower(found[0].Hash) != hash)
            {
                return await FaultText.At(unit, found[0].No, $"it was exported with another hash ({place})");
            }
        }

        progress(string.Create(CultureInfo.InvariantCulture, $"exported heads: {lines:N0} lines agree"));
        if (unreadable is not null)
        {
            progress($"exported heads: {unreadable} cannot be read");
        }

        return null;
    }
}
