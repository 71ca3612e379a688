using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Domain;

namespace Cryptocardium.Ledger.Data;

// An entry as it passes.
internal readonly ref struct StreamedEntry(IRow row)
{
    public long No => row.Number(0);

    public long JournalNo => No / JournalNumber.LinesPerJournal;

    public EntryPoint Point => new(row.Number(5), row.Number(1), row.Number(4));

    public Usd Amount => new(row.Number(2));

    public Usd BalanceAfter => new(row.Number(3));

    public long EffectiveAt => row.Number(6);

    public ReadOnlySpan<byte> Kind => row.Text(7);
}
