using Cryptocardium.Kernel;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Cryptocardium.Host.Telemetry;

// Sends spans and metrics to a collector, once one is named. Everything else that the standard's variables say (protocol, headers, sampler,
// interval, resource) the SDK reads by itself, as variables or as settings. What is left is sent when the host is disposed of, which is
// after everything that could tell of itself has stopped.
internal sealed class Export(IConfiguration configuration) : IHostedService, IDisposable
{
    private const string EndpointSetting = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Service = "cryptocardium";

    private TracerProvider? traces;
    private MeterProvider? metrics;

    public static bool IsOn(IConfiguration configuration)
    {
        var endpoint = configuration[EndpointSetting];
        if (string.IsNullOrEmpty(endpoint))
        {
            return false;
        }

        // The SDK would fall back to an address of its own, and say so to nobody.
        return Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            ? true
            : throw new InvalidOperationException($"{EndpointSetting} is '{endpoint}'; it is an address like http://localhost:4317.");
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        traces = Sdk.CreateTracerProviderBuilder()
            .ConfigureServices(services => services.AddSingleton(configuration))
            .SetResourceBuilder(Resource())
            .AddSource("Microsoft.AspNetCore", Signals.Name)
            .AddOtlpExporter()
            .Build();
        metrics = Sdk.CreateMeterProviderBuilder()
            .ConfigureServices(services => services.AddSingleton(configuration))
            .SetResourceBuilder(Resource())
            .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", Signals.Name)
            .AddOtlpExporter()
            .Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        traces?.Dispose();
        metrics?.Dispose();
    }

    // What the variables say of the service wins.
    private static ResourceBuilder Resource() => ResourceBuilder.CreateEmpty()
        .AddService(Service, serviceVersion: typeof(Export).Assembly.GetName().Version?.ToString())
        .AddTelemetrySdk()
        .AddEnvironmentVariableDetector();
}
