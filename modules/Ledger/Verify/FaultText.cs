using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.Ledger.Data;

namespace Cryptocardium.Ledger.Verify;

// Adds id and kind of the journal to a fault.
internal static class FaultText
{
    private static readonly Statement Select = new("SELECT kind, posted_at FROM ledger_journal WHERE no = @no", "no");

    public static async ValueTask<LedgerFault> At(UnitOfWork unit, long journal, string what)
    {
        var found = await unit.Query(Select, static row => (Kind: row.GetString("kind"), PostedAt: row.GetInt64("posted_at")), journal);
        return found is [var (kind, postedAt)]
            ? VerifiedLanes.FaultAt(journal, what, kind, postedAt)
            : VerifiedLanes.FaultAt(journal, what, "", null);
    }
}
