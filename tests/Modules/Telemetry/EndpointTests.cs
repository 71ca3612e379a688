using Cryptocardium.Host.Telemetry;
using Cryptocardium.Kernel;
using Microsoft.Extensions.Configuration;

namespace Cryptocardium.Modules.Tests.Telemetry;

public sealed class EndpointTests
{
    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("http://localhost:4317", true)]
    [InlineData("https://collector.example/otlp", true)]
    public void A_collector_is_named_or_there_is_none(string? endpoint, bool isOn) => Assert.Equal(isOn, TelemetryServices.IsOn(With(endpoint)));

    // The SDK would ignore such an address and send to its default one.
    [Theory]
    [InlineData("localhost:4317")]
    [InlineData("grpc://localhost:4317")]
    [InlineData("collector")]
    public void An_invalid_address_keeps_the_host_from_starting(string endpoint) =>
        Assert.Contains($"'{endpoint}'", Assert.Throws<RemedyException>(() => TelemetryServices.IsOn(With(endpoint))).Message, StringComparison.Ordinal);

    private static IConfiguration With(string? endpoint) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = endpoint })
        .Build();
}
