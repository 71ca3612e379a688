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
            .AddDenyList()
            .AddScoped<SimulatedBlocks>()
            .AddScoped<SimulatedChain>()
            .AddScoped<ChainRails>()
            .AddScoped<IStatusSource, ChainStatus>()
            .AddScoped<IReconciliationSource, TreasuryReconciliation>()
            .AddScoped<IReconciliationSource, ChainReconciliation>()
            .AddScoped<SimulatedHoldings>()
            .AddScoped<StoredTopups>()
            .AddScoped<TopupJournals>()
            .AddScoped<TopupEvents>()
            .AddScoped<TopupOpening>()
            .AddScoped<TopupClosing>()
            .AddScoped<DepositRecorder>()
            .AddScoped<DepositDecision>()
            .AddScoped<DepositSimulation>()
            .AddScoped<BlockSimulation>()
            .AddScoped<SimulationLimits>()
            .AddScoped<DepositSettlement>()
            .AddScoped<ProductionThreshold>()
            .AddSingleton(ExpireTopups.Job)
            .AddSingleton(MineDueTransfers.Job)
            .AddSingleton(WatchDeposits.Job(Mode.Live))
            .AddSingleton(WatchDeposits.Job(Mode.Sandbox))
            .AddOperatorCommands()
            .AddSingleton(PostOpeningCapital.Job)
            .AddSingleton(LowCapital.Job)
            .AddPayouts(configuration, chains);
    }

    // Whatever judges by it.
    private static IServiceCollection AddDenyList(this IServiceCollection services) => services
        .AddSingleton<DenyList>()
        .AddScoped<IPreparation<V1.Withdraw>, DenyListPreparation<V1.Withdraw>>()
        .AddScoped<IPreparation<V1.QuoteWithdrawal>, DenyListPreparation<V1.QuoteWithdrawal>>()
        .AddScoped<IPreparation<V1.SimulateWithdrawal>, DenyListPreparation<V1.SimulateWithdrawal>>()
        .AddScoped<IPreparation<V1.SimulateDeposit>, DenyListPreparation<V1.SimulateDeposit>>()
        .AddScoped<IPreparation<V1.SimulateBlocks>, DenyListPreparation<V1.SimulateBlocks>>()
        .AddScoped<IPreparation<ReleaseUnallocated>, DenyListPreparation<ReleaseUnallocated>>()
        .AddScoped<IPreparation<ClaimPayout>, DenyListPreparation<ClaimPayout>>()
        .AddScoped<IPreparation<MineDueTransfers>, DenyListPreparation<MineDueTransfers>>()
        .AddScoped<IPreparation<RecordObservation>, DenyListPreparation<RecordObservation>>();

    private static IServiceCollection AddOperatorCommands(this IServiceCollection services) => services
        .AddScoped<OperatorJournals>()
        .AddScoped<OperatorAudit>()
        .AddScoped<UnallocatedRelease>()
        .AddScoped<HoldingsSimulation>()
        .AddScoped<IPreparation<RemoveDeposit>, DepositSightingPreparation<RemoveDeposit>>()
        .AddScoped<IPreparation<ReleaseUnallocated>, DepositSightingPreparation<ReleaseUnallocated>>()
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
        .AddScoped<PayoutJournals>()
        .AddScoped<PayoutOutcome>()
        .AddScoped<PayoutSigning>()
        .AddScoped<PayoutConclusion>()
        .AddScoped<Refunds>()
        .AddScoped<ChainPromises>()
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
