using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.Ledger.Data;
using Cryptocardium.Ledger.Jobs;
using Cryptocardium.Ledger.Statements;
using Cryptocardium.Ledger.Verify;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Ledger;

/// <summary>Registers the ledger.</summary>
public static class LedgerModule
{
    /// <summary>The folder of exported chain heads in the data folder.</summary>
    public const string HeadsFolder = "heads";

    /// <summary>Adds the ledger to the host.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="directory">The data folder, in which chain heads are exported to <see cref="HeadsFolder"/>.</param>
    public static IServiceCollection AddLedger(this IServiceCollection services, string directory) => services
        .AddSingleton<IModelPart, LedgerModel>()
        .AddScoped<ILedger, SqlLedger>()
        .AddScoped<ITraceSource, JournalTrace>()
        .AddSingleton<ReconciliationState>()
        .AddSingleton<IReconciliationStatus>(provider => provider.GetRequiredService<ReconciliationState>())
        .AddSingleton(provider => Reconcile.Job(provider.GetRequiredService<ReconciliationState>()))
        .AddScoped<CustomerAccounts>()
        .AddScoped<EntryPages>()
        .AddScoped<ChainHeads>()
        .AddScoped<ILedgerHeads, LedgerHeads>()
        .AddScoped<StatementReader>()
        .AddScoped<StatementEntries>()
        .AddScoped<EntryStream>()
        .AddSingleton<StatementSums>()
        .AddVerifier()
        .AddSingleton(new HeadsFile(Path.Combine(directory, HeadsFolder)))
        .AddJobs(VerifyJournals.Job, ExportHeads.Job);

    private static IServiceCollection AddVerifier(this IServiceCollection services) => services
        .AddScoped<JournalReader>()
        .AddScoped<VerifiedLanes>()
        .AddScoped<ILedgerAudit>(provider => provider.GetRequiredService<VerifiedLanes>())
        .AddScoped<IPreparation<VerifyJournals>, VerifyJournalsPreparation>()
        .AddScoped<ExportCheck>()
        .AddScoped<AccountCheck>()
        .AddScoped<HoldCheck>()
        .AddSingleton<FirstScan>()
        .AddScoped<ILedgerVerification, LedgerVerification>();
}
