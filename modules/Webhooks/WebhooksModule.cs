using Cryptocardium.Webhooks.Events;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Webhooks;

/// <summary>Registers the events of accounts, as they are read.</summary>
public static class WebhooksModule
{
    /// <summary>Adds the module to the host.</summary>
    public static IServiceCollection AddWebhooks(this IServiceCollection services) => services
        .AddSingleton<EventCatalogue>()
        .AddScoped<EventPages>()
        .AddScoped<EventStream>();
}
