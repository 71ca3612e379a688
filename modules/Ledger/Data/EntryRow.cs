using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Data;

// A row of ledger_entry. No is the number of the journal and the line: see JournalNumber.
internal sealed class EntryRow
{
    public long No { get; set; }

    public long AccountNo { get; set; }

    public Usd Amount { get; set; }

    public Usd BalanceAfter { get; set; }

    public long AccountSeq { get; set; }

    /// <summary>The customer and the book (OwnerKey); null when customers do not see the entry.</summary>
    public long? OwnerKey { get; set; }

    public DateTimeOffset PostedAt { get; set; }
}
