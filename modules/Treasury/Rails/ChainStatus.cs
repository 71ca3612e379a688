using Cryptocardium.Kernel;

namespace Cryptocardium.Treasury.Rails;

internal sealed class ChainStatus(ChainRails rails) : IStatusSource
{
    private const string Rail = "chain";
    private const string Operational = "operational";

    public ValueTask<IReadOnlyList<RailStatus>> Read(CancellationToken cancellationToken) =>
        new([Of(Mode.Live), Of(Mode.Sandbox)]);

    private RailStatus Of(Mode mode)
    {
        var chain = rails.For(mode);
        return new RailStatus(Rail, mode, Operational, chain.Adapter, chain.IsSimulated);
    }
}
