using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Files;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.Kernel.Outbox;
using Cryptocardium.Kernel.Replies;
using Cryptocardium.Kernel.Secrets;
using Cryptocardium.Kernel.Writing;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Kernel;

/// <summary>Registers the services of Kernel.</summary>
public static class KernelModule
{
    /// <summary>
    /// Adds the database, writers, keys and the scoped services of a call. The host registers <see cref="TimeProvider"/> and
    /// <see cref="IdSource"/>.
    /// </summary>
    public static IServiceCollection AddKernel(this IServiceCollection services, string directory, DatabaseOptions database, KeyRing keys)
    {
        services.AddMetrics();
        services.AddSingleton(database);
        services.AddSingleton(keys);
        services.AddSingleton<Database>();
        services.AddSingleton<DatabaseStart>();
        services.AddSingleton(provider => provider.GetRequiredService<Database>().Events);
        services.AddSingleton<Writers>();
        services.AddHostedService<MigrateOnStart>();
        services.AddHostedService<EventExchange>();
        services.AddHostedService<ModelWarmUp>();
        services.AddHostedService(provider => provider.GetRequiredService<Writers>());
        services.AddSingleton<RecentReplies>();
        services.AddSingleton<ReplyIndex>();
        services.AddHostedService(provider => provider.GetRequiredService<ReplyIndex>());
        // The key is read when the store is first used: before that, the start creates the key of a new database.
        services.AddSingleton(provider => new ReplyStore(new Sealer(keys.Derive("idempotency/reply")), provider.GetRequiredService<RecentReplies>()));
        services.AddSingleton<IReplyLookup>(provider => provider.GetRequiredService<ReplyStore>());
        services.AddScoped<BalanceChanges>();
        services.AddScoped<ITraceSource, EventTrace>();
        services.AddSingleton<JobHealth>();
        services.AddSingleton<DatabaseProbe>();
        services.AddSingleton(DiskSpace.Of(directory));
        services.AddSingleton<WriteProbe>();
        services.AddHostedService<OutageWatch>();
        services.AddScoped<Func<IBalanceChangeEvents>>(provider => provider.GetRequiredService<IBalanceChangeEvents>);
        services.AddScoped<Call>();
        services.AddScoped<UnitOfWork>();
        services.AddScoped<IWriterLane>(provider => provider.GetRequiredService<UnitOfWork>());
        services.AddScoped(typeof(Prepared<>));
        return services;
    }
}
