using Mediator;

namespace Cryptocardium.Host.Pipeline;

internal static class PipelineServices
{
    // The order in which a message meets them.
    public static IServiceCollection AddPipeline(this IServiceCollection services) => services
        .AddScoped(typeof(IPipelineBehavior<,>), typeof(Authorize<,>))
        .AddScoped(typeof(IPipelineBehavior<,>), typeof(Prepare<,>))
        .AddScoped(typeof(IPipelineBehavior<,>), typeof(UnitOfWork<,>))
        .AddSingleton(PurgeReplies.Job)
        .AddHostedService<JobRunner>();
}
