using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Domain;

namespace Cryptocardium.Ledger.Data;

// An entry in the current row, valid until the next row. Nothing is allocated, since values are read from the row on access.
internal readonly ref struct StreamedEntry(IRow row, EntryPoint point)
{
    public int Line => JournalNumber.LineOf(row.Number("no"));

    public ReadOnlySpan<byte> JournalHash => row.Bytes("hash");

    public ReadOnlySpan<byte> Source => row.IsDBNull("source") ? [] : row.Text("source");

    /// <summary>The fee in the journal, in micro-dollars; 0 without a fee.</summary>
    public Usd Fee => new(row.Number("fee"));

    public EntryPoint Point => point;

    public Usd Amount => new(row.Number("amount"));

    public Usd BalanceAfter => new(row.Number("balance_after"));

    public long EffectiveAt => row.Number("effective_at");

    public ReadOnlySpan<byte> Type => row.Text("type");
}
