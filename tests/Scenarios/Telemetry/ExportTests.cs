using Cryptocardium.Kernel.Data;
using Cryptocardium.Tests.Otlp;
using Xunit;

namespace Cryptocardium.Tests.Scenarios.Telemetry;

// Export settings from the standard OTEL variables.
public sealed class ExportTests
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";
    private const string Http = "http/protobuf";

    // The test is the HTTP proxy of the process, so it receives every HTTP request.
    [DatabaseTheory]
    public async Task Nothing_is_sent_anywhere_unless_a_collector_is_named(Engine engine)
    {
        await using var proxy = await OtlpCollector.Start();
        var variables = new Dictionary<string, string>
        {
            ["http_proxy"] = proxy.Address.ToString(),
            ["no_proxy"] = "",
            [Protocol] = Http,
        };

        await Run(engine, variables);
        Assert.Empty(proxy.Paths);

        await Run(engine, variables, $"--{Endpoint}=http://collector.example:4318");
        Assert.Equal(["/v1/metrics", "/v1/traces"], proxy.Paths.Distinct().Order());
    }

    [DatabaseTheory]
    public async Task Unless_another_protocol_is_named_it_is_grpc(Engine engine)
    {
        await using var collector = await OtlpCollector.Start(isGrpc: true);

        await Run(engine, new Dictionary<string, string> { [Endpoint] = collector.Address.ToString() });

        Assert.Equal(
            [
                "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export",
                "/opentelemetry.proto.collector.trace.v1.TraceService/Export",
            ],
            collector.Paths.Distinct().Order());
    }

    private static async Task Run(Engine engine, Dictionary<string, string> variables, params string[] arguments)
    {
        await using var database = await TestDatabase.Create(engine);
        using var server = await ServerProcess.Start(database, variables, arguments);
        using var anonymous = new ApiClient(server.Server);
        await TestAccount.Created(anonymous.Post("/v1/accounts", new { email = "you@example.com", password = TestAccount.Password }));
        server.Terminate();
        Assert.Equal(0, await server.ExitCode());
    }
}
