using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Data;

namespace Cryptocardium.Treasury.Rails;

// Reports the chains of a mode as degraded while one of its payouts is set aside.
internal sealed class ChainStatus(UnitOfWork unit, ChainRails rails) : IStatusSource
{
    private const string Rail = "chain";
    private const string Operational = "operational";
    private const string Degraded = "degraded";

    public async ValueTask<IReadOnlyList<RailStatus>> Read(CancellationToken cancellationToken) =>
        [await Of(Mode.Live), await Of(Mode.Sandbox)];

    private async ValueTask<RailStatus> Of(Mode mode)
    {
        var chain = rails.For(mode);
        var isDegraded = (await unit.Query(PayoutSql.SetAside, static _ => true, mode)).Count > 0;
        return new RailStatus(Rail, mode, isDegraded ? Degraded : Operational, chain.Adapter, chain.IsSimulated);
    }
}
