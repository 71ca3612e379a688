using Cryptocardium.Host.Calls;
using Cryptocardium.Host.Http;
using Cryptocardium.Host.Telemetry;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.Kernel.Replies;
using Mediator;
using Microsoft.AspNetCore.Hosting.Server;

namespace Cryptocardium.Host.Pipeline;

internal static class PipelineServices
{
    // Behaviors run in the order of registration.
    public static IServiceCollection AddPipeline(this IServiceCollection services, IConfiguration configuration) => services
        .AddTrace(configuration)
        .AddScoped(typeof(IPipelineBehavior<,>), typeof(Authorize<,>))
        .AddScoped(typeof(IPipelineBehavior<,>), typeof(Idempotency<,>))
        .AddScoped(typeof(IPipelineBehavior<,>), typeof(Prepare<,>))
        .AddScoped(typeof(IPipelineBehavior<,>), typeof(UnitOfWorkBehavior<,>))
        // The server needs the URL for its own refusals, so the URL gets the server late; a command runs without a server.
        .AddSingleton(provider => new PublicUrl(configuration, provider.GetService<IServer>))
        .AddSingleton<ReplyWriter>()
        .AddJobs(PurgeReplies.Job)
        .AddSingleton(provider => IndexReplies.Job(provider.GetRequiredService<ReplyIndex>()))
        .AddSingleton<JobRun>()
        .AddHostedService<JobRunner>();

    // Registers no behavior without a collector, so that a message takes no extra step.
    private static IServiceCollection AddTrace(this IServiceCollection services, IConfiguration configuration) =>
        TelemetryServices.IsOn(configuration) ? services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Trace<,>)) : services;
}
