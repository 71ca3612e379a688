using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;

namespace Cryptocardium.Ledger.Data;

internal sealed class LedgerHeads(UnitOfWork unit, ChainHeads heads) : ILedgerHeads
{
    public async ValueTask<IReadOnlyList<LedgerHead>> ExportTo(string directory)
    {
        var now = await heads.ReadExported();
        await new HeadsFile(directory).Append(unit.Now, now, CancellationToken.None);
        return [.. now.Select(static head => new LedgerHead(head.Lane, head.Sequence, head.Hash))];
    }
}
