using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.Treasury.Chains;
using Cryptocardium.Treasury.Rails;
using Mediator;

namespace Cryptocardium.Treasury.Simulator.Jobs;

// Finds the simulated chains with little free capital. A query, so that nothing is written while there is enough.
internal sealed record LowCapital : IQuery<Result<IReadOnlyList<(Mode Mode, string Chain)>>>
{
    public static readonly Job Job = new("refill_capital", TimeSpan.FromSeconds(1), Run);

    private static async ValueTask<bool> Run(JobSender sender, CancellationToken token)
    {
        foreach (var (mode, chain) in (await sender.Send(new LowCapital(), token)).Value)
        {
            await sender.Send(new RefillCapital(mode, chain), token);
        }

        return false;
    }
}

internal sealed class LowCapitalHandler(ChainCatalog chains, ChainRails rails, ChainLiquidity liquidity)
    : IQueryHandler<LowCapital, Result<IReadOnlyList<(Mode Mode, string Chain)>>>
{
    public async ValueTask<Result<IReadOnlyList<(Mode Mode, string Chain)>>> Handle(LowCapital query, CancellationToken cancellationToken)
    {
        var low = new List<(Mode, string)>();
        foreach (var mode in Enum.GetValues<Mode>().Where(mode => rails.For(mode).IsSimulated))
        {
            foreach (var chain in chains.All)
            {
                var (tokens, gas) = await liquidity.Free(chain, mode);
                if (RefillCapital.IsLow(tokens) || RefillCapital.IsLow(gas))
                {
                    low.Add((mode, chain.Key));
                }
            }
        }

        return low;
    }
}
