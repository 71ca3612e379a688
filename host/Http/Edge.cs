using Cryptocardium.Host.Calls;
using Cryptocardium.Host.Http.Limits;
using Cryptocardium.Host.Http.Uploads;
using Cryptocardium.Host.Http.Wire;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Cryptocardium.Host.Http;

// Composes the HTTP edge, in reading order.
internal static class Edge
{
    private const string ScaleSetting = "RateLimits:Scale";
    private const string TimeScaleSetting = "Timeouts:Scale";

    private static readonly Reply Healthy = new(StatusCodes.Status200OK, """{"status":"ok"}"""u8.ToArray());

    public static void AddEdge(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var scale = builder.Configuration.GetValue(ScaleSetting, 1.0);
        services.AddSingleton(provider => new MemoryLimiter(provider.GetRequiredService<TimeProvider>(), scale));
        services.AddSingleton<SharedLimiter>();
        services.AddSingleton<IRateLimiter>(provider => provider.GetRequiredService<DatabaseOptions>().Engine == Engine.Postgres
            ? provider.GetRequiredService<SharedLimiter>()
            : provider.GetRequiredService<MemoryLimiter>());
        services.AddHostedService<LimitExchange>();
        services.AddSingleton<IRateLimits>(provider => provider.GetRequiredService<MemoryLimiter>());
        services.AddSingleton<ContractRules>();
        services.AddSingleton<IdempotencyClaims>();
        services.AddScoped<IOperations, OperationRunner>();
        services.AddSingleton<UploadSlots>();
        services.AddSingleton<UploadReader>();
        services.AddScoped<BufferedBody>();
        services.AddSingleton(new TimeLimits(builder.Configuration.GetValue(TimeScaleSetting, 1.0)));
        services.AddSingleton<Addresses>();
        var proxies = new KnownProxies(builder.Configuration);
        services.AddSingleton(proxies);
        services.AddSingleton(ConnectionCaps.Of(builder.Configuration));
        services.AddSingleton<ConnectionSlots>();
        services.AddSingleton<IConnectionListenerFactory, CappedTransport>();
        services.Configure<ForwardedHeadersOptions>(proxies.Configure);
        services.AddSingleton<IConfigureOptions<KestrelServerOptions>, KestrelEdge>();
        services.AddOperationRoutes();
    }

    public static void UseEdge(this WebApplication app)
    {
        // Without a known proxy the framework would trust every sender.
        if (!app.Services.GetRequiredService<KnownProxies>().IsEmpty)
        {
            app.UseForwardedHeaders();
        }

        app.UseMiddleware<Envelope>();
        app.UseMiddleware<RequestSpelling>();
        app.UseRouting();
        app.Use(RequestSpelling.Restore);
        app.UseMiddleware<Admission>();
        app.MapOperations().On(Surface.Api);
        app.MapGet("/healthz", context => Answer.Write(context, Healthy)).ExcludeFromDescription().On(Surface.Public);
        app.MapGet("/readyz", Readiness.Answer).ExcludeFromDescription().On(Surface.Public);
    }
}
