using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Domain;

namespace Cryptocardium.Ledger.Data;

// An entry in the current row, valid until the next row. Nothing is allocated, since values are read from the row on access.
internal readonly ref struct StreamedEntry(IRow row, EntryPoint point)
{
    public long No => row.Number("no");

    public long JournalNo => No / JournalNumber.LinesPerJournal;

    public EntryPoint Point => point;

    public Usd Amount => new(row.Number("amount"));

    public Usd BalanceAfter => new(row.Number("balance_after"));

    public long EffectiveAt => row.Number("effective_at");

    public ReadOnlySpan<byte> Kind => row.Text("kind");
}
