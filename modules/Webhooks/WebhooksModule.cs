using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.Webhooks.Data;
using Cryptocardium.Webhooks.Events;
using Cryptocardium.Webhooks.Jobs;
using Cryptocardium.Webhooks.Notices;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Webhooks;

/// <summary>Registers the events of accounts, as they are read, and the notices of the platform.</summary>
public static class WebhooksModule
{
    /// <summary>Adds the module to the host.</summary>
    public static IServiceCollection AddWebhooks(this IServiceCollection services) => services
        .AddSingleton<IModelPart, WebhooksModel>()
        .AddSingleton<EventCatalogue>()
        .AddScoped<EventPages>()
        .AddSingleton<OpenStreams>()
        .AddScoped<EventStream>()
        .AddScoped<NoticeEvents>()
        .AddJobs(RaiseNotices.Job)
        .AddSingleton(Announce.Maintenance)
        .AddSingleton(Announce.Deprecation);
}
