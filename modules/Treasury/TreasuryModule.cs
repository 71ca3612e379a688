using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.Treasury.Addresses;
using Cryptocardium.Treasury.Chains;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Handlers;
using Cryptocardium.Treasury.Jobs;
using Cryptocardium.Treasury.Rails;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Treasury;

/// <summary>Registers the treasury: chains, top-ups and the balance.</summary>
public static class TreasuryModule
{
    /// <summary>Adds the module to the host.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">Reads <c>Rails:Live:Chain</c> and what begins with <c>Treasury:</c>.</param>
    /// <exception cref="InvalidOperationException">A setting is not what it must be.</exception>
    public static IServiceCollection AddTreasury(this IServiceCollection services, IConfiguration configuration)
    {
        ChainRails.Verify(configuration[ChainRails.LiveKey]);
        var chains = new ChainCatalogue(configuration);
        return services
            .AddSingleton<IModelPart, TreasuryModel>()
            .AddSingleton(chains)
            .AddSingleton<DenyList>()
            .AddScoped<SimulatedBlocks>()
            .AddScoped<SimulatedChain>()
            .AddScoped<ChainRails>()
            .AddScoped<IStatusSource, ChainStatus>()
            .AddScoped<IReconciliationSource, TreasuryReconciliation>()
            .AddScoped<IReconciliationSource, ChainReconciliation>()
            .AddScoped<SimulatedHoldings>()
            .AddScoped<StoredTopups>()
            .AddScoped<TopupBooks>()
            .AddScoped<TopupEvents>()
            .AddScoped<TopupOpening>()
            .AddScoped<TopupClosing>()
            .AddScoped<DepositIntake>()
            .AddScoped<DepositDecision>()
            .AddScoped<DepositSimulation>()
            .AddScoped<BlockSimulation>()
            .AddScoped<SimulationLimits>()
            .AddScoped<DepositSettlement>()
            .AddScoped<ProductionThreshold>()
            .AddSingleton(ExpireTopups.Job)
            .AddSingleton(WatchDeposits.Job)
            .AddOperatorCommands()
            .AddSingleton(PostOpeningCapital.Job())
            .AddPayouts(configuration, chains);
    }

    private static IServiceCollection AddOperatorCommands(this IServiceCollection services) => services
        .AddScoped<OperatorBooks>()
        .AddScoped<OperatorTrail>()
        .AddScoped<UnallocatedRelease>()
        .AddScoped<HoldingsSimulation>()
        .AddSingleton(RemoveDeposit.Command)
        .AddSingleton(ReleaseUnallocated.Command)
        .AddSingleton(WriteOff.Command)
        .AddSingleton(Rebalance.Command)
        .AddSingleton(BuyGas.Command);

    private static IServiceCollection AddPayouts(
        this IServiceCollection services, IConfiguration configuration, ChainCatalogue chains) => services
        .AddSingleton<IModelPart, PayoutModel>()
        .AddSingleton(new PayoutSettings(configuration))
        .AddSingleton<SimulatedNetwork>()
        .AddScoped<SimulatedWallet>()
        .AddScoped<StoredPayouts>()
        .AddScoped<PayoutBooks>()
        .AddScoped<PayoutOutcome>()
        .AddScoped<PayoutSigning>()
        .AddScoped<PayoutConclusion>()
        .AddScoped<Refunds>()
        .AddScoped<ChainLiquidity>()
        .AddScoped<WithdrawalTarget>()
        .AddScoped<WithdrawalCheck>()
        .AddScoped<WithdrawalFunds>()
        .AddScoped<WithdrawalOpening>()
        .AddScoped<WithdrawalEvents>()
        .AddScoped<SimulatedPayoutSteps>()
        .AddScoped<IPreparation<SendPayout>, SendPayoutPreparation>()
        .AddPayoutJobs(chains);

    private static IServiceCollection AddPayoutJobs(this IServiceCollection services, ChainCatalogue chains)
    {
        foreach (var mode in Enum.GetValues<Mode>())
        {
            foreach (var chain in chains.All)
            {
                services.AddSingleton(DuePayouts.Job(mode, chain.Key)).AddSingleton(WatchPayouts.Job(mode, chain.Key));
            }
        }

        return services;
    }
}
