using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Data;

// An entry as stored. No is the journal's number and the line.
internal sealed class EntryRow
{
    public long No { get; set; }

    public long AccountNo { get; set; }

    public Usd Amount { get; set; }

    public Usd BalanceAfter { get; set; }

    public long AccountSeq { get; set; }

    /// <summary>Whose it is (OwnerKey); null when customers do not see it.</summary>
    public long? OwnerKey { get; set; }

    public DateTimeOffset PostedAt { get; set; }
}
