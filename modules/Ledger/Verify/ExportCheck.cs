using System.Globalization;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.Ledger.Data;

namespace Cryptocardium.Ledger.Verify;

// Every head that was exported, and every one that the verifier noted, must still be where it was.
internal sealed class ExportCheck(UnitOfWork unit, HeadsFile file, VerifiedLanes verified)
{
    // A place in a lane is one of two numbers, one for each book.
    private static readonly Statement AtPlace = new("SELECT no, hash FROM ledger_journal WHERE no >= @first AND no <= @first + 1", "first");

    private readonly Dictionary<(int Lane, long Sequence, string Hash), string> expected = [];
    private string? unreadable;
    private int lines;

    /// <summary>Reads the files.</summary>
    public void Load()
    {
        foreach (var (where, line) in file.Read())
        {
            // What follows a line that was cut off by a power failure stands in a line of its own; what cannot be read is told, and
            // proves nothing either way.
            if (line is null)
            {
                unreadable ??= where;
                continue;
            }

            lines++;
            foreach (var head in line.Heads)
            {
                expected.TryAdd((head.Lane, head.Sequence, head.Hash), where);
            }
        }
    }

    public async ValueTask<LedgerFault?> FirstFault(Action<string> progress)
    {
        foreach (var lane in await verified.Read())
        {
            expected.TryAdd((lane.Lane, lane.Sequence, Convert.ToHexStringLower(lane.Hash)), "the verifier's note");
        }

        foreach (var ((lane, sequence, hash), where) in expected.OrderBy(head => head.Key).Where(head => head.Key.Sequence > 0))
        {
            var first = JournalNumber.Of(lane, sequence, Mode.Sandbox);
            var found = await unit.Query(AtPlace, static row => (No: row.GetInt64("no"), Hash: new UnverifiedRow(row).Bytes("hash")), first);
            if (found.Count == 0)
            {
                return await FaultText.At(unit, first, $"it was exported ({where}), and is missing");
            }

            if (Convert.ToHexStringLower(found[0].Hash) != hash)
            {
                return await FaultText.At(unit, found[0].No, $"it was exported with another hash ({where})");
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
