using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.Treasury.Addresses;
using Cryptocardium.Treasury.Balances;
using Cryptocardium.Treasury.Chains;
using Cryptocardium.Treasury.Contract;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Deposits;
using Cryptocardium.Treasury.Jobs;
using Cryptocardium.Treasury.Rails;
using Cryptocardium.Treasury.Simulator;
using Cryptocardium.Treasury.Topups;
using Cryptocardium.Treasury.Transfers;
using Cryptocardium.Treasury.Withdrawals;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Treasury;

/// <summary>Registers the treasury: chains, top-ups, withdrawals and the balance.</summary>
public static class TreasuryModule
{
    /// <summary>Adds the module to the host.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">Has the settings <c>Rails:Live:Chain</c> and <c>Treasury:*</c>.</param>
    /// <exception cref="RemedyException">A setting is invalid.</exception>
    public static IServiceCollection AddTreasury(this IServiceCollection services, IConfiguration configuration)
    {
        ChainRails.Verify(configuration[ChainRails.LiveKey], SimulatedChain.Name);
        var chains = new ChainCatalog(configuration);
        return services
            .AddSingleton<IModelPart, TreasuryModel>()
            .AddSingleton(chains)
            .AddDenyList()
            .AddScoped<ChainRails>()
            .AddScoped<BalanceView>()
            .AddScoped<IBalanceChangeEvents, BalanceChangeEvents>()
            .AddScoped<IFundingHint, FundingHint>()
            .AddScoped<IStatusSource, ChainStatus>()
            .AddScoped<IReconciliationSource, TreasuryReconciliation>()
            .AddTopups()

            // Jobs run in the order of their registration: an overdue top-up expires before a simulated payment that came too late is mined.
            .AddJobs(ExpireTopups.Job)
            .AddSimulatedChains(configuration)
            .AddJobs(WatchDeposits.Job(Mode.Live), WatchDeposits.Job(Mode.Sandbox))
            .AddOperatorCommands()
            .AddSingleton(new PayoutSettings(configuration))
            .AddPayouts()
            .AddWithdrawals()
            .AddPayoutJobs(chains);
    }

    private static IServiceCollection AddDenyList(this IServiceCollection services) => services
        .AddSingleton<DenyList>()
        .AddScoped<IPreparation<V1.Withdraw>, DenyListPreparation<V1.Withdraw>>()
        .AddScoped<IPreparation<V1.QuoteWithdrawal>, DenyListPreparation<V1.QuoteWithdrawal>>()
        .AddScoped<IPreparation<ReleaseUnallocated>, DenyListPreparation<ReleaseUnallocated>>()
        .AddScoped<IPreparation<ClaimPayout>, DenyListPreparation<ClaimPayout>>()
        .AddScoped<IPreparation<RecordObservation>, DenyListPreparation<RecordObservation>>();

    private static IServiceCollection AddTopups(this IServiceCollection services) => services
        .AddScoped<StoredTopups>()
        .AddScoped<TopupJournals>()
        .AddScoped<TopupEvents>()
        .AddScoped<TopupOpening>()
        .AddScoped<TopupClosing>()
        .AddScoped<DepositRecorder>()
        .AddScoped<DepositCredit>()
        .AddScoped<DepositDecision>()
        .AddScoped<DepositSettlement>();

    private static IServiceCollection AddOperatorCommands(this IServiceCollection services) => services
        .AddScoped<OperatorJournals>()
        .AddScoped<OperatorAudit>()
        .AddScoped<UnallocatedRelease>()
        .AddScoped<IPreparation<RemoveDeposit>, DepositObservationPreparation<RemoveDeposit>>()
        .AddScoped<IPreparation<ReleaseUnallocated>, DepositObservationPreparation<ReleaseUnallocated>>()
        .AddSingleton(RemoveDeposit.Command)
        .AddSingleton(ReleaseUnallocated.Command)
        .AddSingleton(WriteOff.Command)
        .AddSingleton(Rebalance.Command)
        .AddSingleton(BuyGas.Command);

    private static IServiceCollection AddPayouts(this IServiceCollection services) => services
        .AddSingleton<IModelPart, PayoutModel>()
        .AddScoped<StoredPayouts>()
        .AddScoped<PayoutJournals>()
        .AddScoped<PayoutOutcome>()
        .AddScoped<PayoutSigning>()
        .AddScoped<PayoutConclusion>()
        .AddScoped<Refunds>()
        .AddScoped<ChainPromises>()
        .AddScoped<ChainLiquidity>()
        .AddScoped<IPreparation<SendPayout>, SendPayoutPreparation>();

    private static IServiceCollection AddWithdrawals(this IServiceCollection services) => services
        .AddScoped<WithdrawalTarget>()
        .AddScoped<WithdrawalCheck>()
        .AddScoped<WithdrawalFunds>()
        .AddScoped<WithdrawalOpening>()
        .AddScoped<WithdrawalEvents>();

    private static IServiceCollection AddPayoutJobs(this IServiceCollection services, ChainCatalog chains)
    {
        foreach (var mode in Enum.GetValues<Mode>())
        {
            foreach (var chain in chains.All)
            {
                services.AddJobs(DuePayouts.Job(mode, chain.Key), WatchPayouts.Job(mode, chain.Key));
            }
        }

        return services;
    }
}
