using Cryptocardium.Kernel;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.Treasury.Chains;
using Mediator;

namespace Cryptocardium.Treasury.Simulator.Jobs;

// Restores the free capital of a simulated chain to its opening amount, because accounts may withdraw more than they have deposited.
internal sealed record RefillCapital(Mode Mode, string Chain) : ICommand<Result<bool>>
{
    private static readonly Usd LowMark = Usd.FromDollars(500_000);

    public static bool IsLow(Usd free) => free < LowMark;
}

internal sealed class RefillCapitalHandler(
    Call call, ILedger ledger, ChainCatalog chains, ChainLiquidity liquidity, SimulatedCapital capital)
    : ICommandHandler<RefillCapital, Result<bool>>
{
    public async ValueTask<Result<bool>> Handle(RefillCapital command, CancellationToken cancellationToken)
    {
        // Another node may have refilled it already, or the opening capital may not be posted yet.
        await ledger.LockedBalance(Chart.Chain(command.Chain, command.Mode));
        if (!await ledger.IsPosted(PostOpeningCapital.Key(command.Mode, command.Chain)))
        {
            return false;
        }

        var (freeTokens, freeGas) = await liquidity.Free(chains.Get(command.Chain), command.Mode);
        var (tokens, gas) = (Missing(freeTokens), Missing(freeGas));
        if (tokens + gas == Usd.Zero)
        {
            return false;
        }

        await ledger.Post(new Journal(JournalTypes.CapitalRefilled, $"capital:{command.Mode.Text()}:{command.Chain}:{call.RequestId}", command.Mode)
            .Debit(Chart.Chain(command.Chain, command.Mode), tokens)
            .Debit(Chart.Gas(command.Chain, command.Mode), gas)
            .Credit(Chart.Equity(command.Mode), tokens + gas));
        await capital.ChangeHoldings(command.Mode, command.Chain, tokens);
        return true;
    }

    private static Usd Missing(Usd free) => RefillCapital.IsLow(free) ? PostOpeningCapital.Capital - free : Usd.Zero;
}
