using Cryptocardium.Kernel;

namespace Cryptocardium.Ledger.Data;

// A row of ledger_account. The lowest bit of No is the book.
internal sealed class AccountRow
{
    public long No { get; set; }

    public required string Code { get; set; }

    public required string Class { get; set; }

    public Mode Mode { get; set; }

    public AccountId? Owner { get; set; }

    public bool IsDebit { get; set; }

    public bool IsVisible { get; set; }

    public long? Floor { get; set; }

    public Usd Balance { get; set; }

    public long AccountSeq { get; set; }

    public DateTimeOffset MovedAt { get; set; }
}
