using Cryptocardium.Kernel.Data;
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
    public static IServiceCollection AddKernel(this IServiceCollection services, DatabaseOptions database, KeyRing keys)
    {
        services.AddMetrics();
        services.AddSingleton(database);
        services.AddSingleton(keys);
        services.AddSingleton<Database>();
        services.AddSingleton(provider => provider.GetRequiredService<Database>().Events);
        services.AddHostedService<EventExchange>();
        services.AddSingleton<Writers>();
        services.AddHostedService<MigrateOnStart>();
        services.AddHostedService(provider => provider.GetRequiredService<Writers>());
        services.AddSingleton(new ReplyStore(new Sealer(keys.Derive("idempotency/reply"))));
        services.AddScoped<BalanceChanges>();
        services.AddScoped<ITraceSource, EventTrace>();
        services.AddSingleton<JobHealth>();
        services.AddSingleton<DatabaseProbe>();
        services.AddScoped<Func<IBalanceChangeEvents>>(provider => provider.GetRequiredService<IBalanceChangeEvents>);
        services.AddScoped<Call>();
        services.AddScoped<UnitOfWork>();
        services.AddScoped<IWriterLane>(provider => provider.GetRequiredService<UnitOfWork>());
        services.AddScoped(typeof(Prepared<>));
        return services;
    }
}
