using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.Treasury.Addresses;
using Cryptocardium.Treasury.Chains;
using Cryptocardium.Treasury.Rails;
using Cryptocardium.Treasury.Simulator.Jobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Treasury.Simulator;

internal static class SimulatorServices
{
    // Adds the adapter that simulates all chains, with its tables, jobs and the simulate_… operations for chains.
    public static IServiceCollection AddSimulatedChains(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton<IModelPart, SimulatorModel>()
        .AddSingleton<SimulatedNetwork>()
        .AddScoped<SimulatedBlocks>()
        .AddScoped<SimulatedWallet>()
        .AddScoped<SimulatedHoldings>()
        .AddScoped<SimulatedChain>()
        .AddScoped<IChain>(static provider => provider.GetRequiredService<SimulatedChain>())
        .AddScoped<SimulatedCapital>()
        .AddScoped<ISimulatedCapital>(static provider => provider.GetRequiredService<SimulatedCapital>())
        .AddScoped<SimulatedSettlement>()
        .AddScoped<SimulatedPayoutSteps>()
        .AddScoped<SimulationLimits>()
        .AddScoped<DepositSimulation>()
        .AddScoped<BlockSimulation>()
        .AddScoped<IReconciliationSource, ChainReconciliation>()
        .AddScoped<IPreparation<V1.SimulateWithdrawal>, DenyListPreparation<V1.SimulateWithdrawal>>()
        .AddScoped<IPreparation<V1.SimulateDeposit>, DenyListPreparation<V1.SimulateDeposit>>()
        .AddScoped<IPreparation<V1.SimulateBlocks>, DenyListPreparation<V1.SimulateBlocks>>()
        .AddScoped<IPreparation<MineDueTransfers>, DenyListPreparation<MineDueTransfers>>()
        .AddScoped<IPreparation<MineBlock>, DenyListPreparation<MineBlock>>()
        .AddJobs([MineDueTransfers.Job, PostOpeningCapital.Job, LowCapital.Job, .. SentPayoutChains.Jobs(configuration)]);
}
