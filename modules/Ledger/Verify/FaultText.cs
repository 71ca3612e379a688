using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.Ledger.Data;

namespace Cryptocardium.Ledger.Verify;

// Adds id and type of the journal to a fault.
internal static class FaultText
{
    private static readonly Statement Select = new("SELECT type, posted_at, hash FROM ledger_journal WHERE no = @no", "no");

    public static async ValueTask<LedgerFault> At(UnitOfWork unit, long journal, string what)
    {
        var found = await unit.Query(
            Select,
            static row => (Type: row.GetString("type"), PostedAt: row.GetInt64("posted_at"), Hash: new UnverifiedRow(row).Bytes("hash")), journal);
        return found is [var (type, postedAt, hash)]
            ? VerifiedLanes.FaultAt(journal, what, type, postedAt, hash)
            : VerifiedLanes.FaultAt(journal, what, "", null, []);
    }
}
