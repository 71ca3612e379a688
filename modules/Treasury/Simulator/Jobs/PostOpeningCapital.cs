using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.Treasury.Chains;
using Cryptocardium.Treasury.Rails;
using Mediator;

namespace Cryptocardium.Treasury.Simulator.Jobs;

// Posts the opening capital of each simulated chain, once: tokens for payouts and coin for gas.
internal sealed record PostOpeningCapital : ICommand<Result<bool>>
{
    // Per chain and mode, in tokens and again in gas.
    public static readonly Usd Capital = Usd.FromDollars(1_000_000);

    public static string Key(Mode mode, string chain) => $"capital:{mode.Text()}:{chain}";

    public static readonly Job Job = new("post_opening_capital", TimeSpan.FromMilliseconds(100), static async (sender, token) =>
    {
        await sender.Send(new PostOpeningCapital(), token);
        return false;
    })
    { Once = true };
}

internal sealed class PostOpeningCapitalHandler(ILedger ledger, ChainCatalog chains, ChainRails rails)
    : ICommandHandler<PostOpeningCapital, Result<bool>>
{
    public async ValueTask<Result<bool>> Handle(PostOpeningCapital command, CancellationToken cancellationToken)
    {
        foreach (var mode in Enum.GetValues<Mode>().Where(mode => rails.For(mode).IsSimulated))
        {
            foreach (var chain in chains.All)
            {
                await Post(mode, chain.Key);
            }
        }

        return true;
    }

    private async ValueTask Post(Mode mode, string chain)
    {
        var key = PostOpeningCapital.Key(mode, chain);
        var capital = PostOpeningCapital.Capital;
        if (!await ledger.IsPosted(key))
        {
            await ledger.Post(new Journal(JournalTypes.OpeningCapital, key, mode)
                .Debit(Chart.Chain(chain, mode), capital)
                .Debit(Chart.Gas(chain, mode), capital)
                .Credit(Chart.Equity(mode), capital + capital));
        }
    }
}
