using Cryptocardium.Host.Telemetry;
using Mediator;

namespace Cryptocardium.Host.Pipeline;

internal static class PipelineServices
{
    // The order in which a message meets them.
    public static IServiceCollection AddPipeline(this IServiceCollection services, IConfiguration configuration) => services
        .AddTrace(configuration)
        .AddScoped(typeof(IPipelineBehavior<,>), typeof(Authorize<,>))
        .AddScoped(typeof(IPipelineBehavior<,>), typeof(Idempotency<,>))
        .AddScoped(typeof(IPipelineBehavior<,>), typeof(Prepare<,>))
        .AddScoped(typeof(IPipelineBehavior<,>), typeof(UnitOfWorkBehavior<,>))
        .AddSingleton(PurgeReplies.Job)
        .AddSingleton<JobRun>()
        .AddHostedService<JobRunner>();

    // Without a collector, a message takes no step for traces.
    private static IServiceCollection AddTrace(this IServiceCollection services, IConfiguration configuration) =>
        TelemetryServices.IsOn(configuration) ? services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Trace<,>)) : services;
}
