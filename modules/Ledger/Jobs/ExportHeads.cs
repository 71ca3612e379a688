using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.Ledger.Data;
using Mediator;

namespace Cryptocardium.Ledger.Jobs;

// Appends the chain heads of all lanes to a file outside the database when they have moved. An exported journal cannot be removed or
// recomputed without contradicting the file. The job only reads the database.
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
    /// <returns>Whether a head had moved.</returns>
    public async ValueTask<Result<bool>> Handle(ExportHeads query, CancellationToken cancellationToken)
    {
        var now = await heads.ReadExported();
        return now.Count > 0 && await file.Append(unit.Now, now, cancellationToken);
    }
}
