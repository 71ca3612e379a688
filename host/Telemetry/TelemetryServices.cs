using Cryptocardium.Kernel;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Cryptocardium.Host.Telemetry;

// Sends traces and metrics to a collector if the configuration names one. The SDK reads the other standard variables (protocol, headers,
// sampler, interval) from the configuration. Logs are not sent, since they may contain values that a span must not.
internal static class TelemetryServices
{
    private const string EndpointSetting = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Service = "cryptocardium";

    public static bool IsOn(IConfiguration configuration)
    {
        var endpoint = configuration[EndpointSetting];
        if (string.IsNullOrEmpty(endpoint))
        {
            return false;
        }

        // An invalid address fails here; the SDK would silently use its default address.
        return Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            ? true
            : throw new RemedyException($"{EndpointSetting} is '{endpoint}'; it must be an address such as http://localhost:4317.");
    }

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (!IsOn(builder.Configuration))
        {
            return;
        }

        builder.Services.AddOpenTelemetry()
            .ConfigureResource(Describe)
            .WithTracing(traces => traces.AddSource("Microsoft.AspNetCore", TelemetryNames.Name).AddOtlpExporter())
            .WithMetrics(metrics => metrics
                .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", TelemetryNames.Name)
                .AddOtlpExporter());
    }

    public static void UseTelemetry(this WebApplication app)
    {
        if (IsOn(app.Configuration))
        {
            app.UseMiddleware<RequestSpan>();
        }
    }

    // OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES are added last, since they override the name given here.
    private static void Describe(ResourceBuilder resource) => resource.Clear()
        .AddService(Service, serviceVersion: typeof(TelemetryServices).Assembly.GetName().Version?.ToString())
        .AddTelemetrySdk()
        .AddEnvironmentVariableDetector();
}
