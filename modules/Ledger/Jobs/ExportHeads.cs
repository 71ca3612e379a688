using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.Ledger.Data;
using Mediator;

namespace Cryptocardium.Ledger.Jobs;

// Writes the ends of all lanes into a file outside the database, when they have moved. A chain that only its owner keeps proves
// little: what was exported cannot be cut off or computed anew without contradicting the file. For the database it only reads.
internal sealed record ExportHeads : IQuery<Result<bool>>
{
    public static readonly Job Job = new("export_heads", TimeSpan.FromMinutes(1), static async (sender, token) =>
    {
        await sender.Send(new ExportHeads(), token);
        return false;
    });
}

internal sealed class ExportHeadsHandler(UnitOfWork unit, ChainHeads heads, HeadsFile file) : IQueryHandler<ExportHeads, Result<bool>>
{
    /// <returns>Whether there was anything new.</returns>
    public async ValueTask<Result<bool>> Handle(ExportHeads query, CancellationToken cancellationToken)
    {
        // What cannot be read is the verifier's to tell, and would contradict the ledger for ever once it is written here.
        var now = (await heads.Read()).FindAll(head => head.Hash.Length > 0);
        return now.Count > 0 && await file.Append(
            unit.Now, [.. now.Select(head => new ExportedHead(head.Lane, head.Sequence, Convert.ToHexStringLower(head.Hash)))], cancellationToken);
    }
}
