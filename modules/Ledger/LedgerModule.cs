using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.Ledger.Data;
using Cryptocardium.Ledger.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Ledger;

/// <summary>Registers the ledger.</summary>
public static class LedgerModule
{
    /// <summary>Adds the ledger to the host.</summary>
    public static IServiceCollection AddLedger(this IServiceCollection services) => services
        .AddSingleton<IModelPart, LedgerModel>()
        .AddScoped<ILedger, SqlLedger>()
        .AddSingleton<BooksStatus>()
        .AddSingleton<IReconciliationStatus>(provider => provider.GetRequiredService<BooksStatus>())
        .AddSingleton(provider => Reconcile.Job(provider.GetRequiredService<BooksStatus>()));
}
