using System.Text.Json;
using Cryptocardium.Kernel.Data;
using Xunit;

namespace Cryptocardium.Tests.Scenarios.Telemetry;

// JSON and text logs.
public sealed class JsonLogTests
{
    [DatabaseTheory]
    public async Task Every_line_is_an_object_and_says_which_request_it_belongs_to(Engine engine)
    {
        await using var server = await WatchedServer.Start(
            engine, "--Logging:Console:FormatterName=json", "--Logging:LogLevel:Default=Information");
        await server.SignUp("you@example.com");
        var failed = await server.FailToSignIn();

        var (collector, output) = await server.Stop();

        var lines = output.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.All(lines, line => Assert.Matches(@"^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", line.GetProperty("Timestamp").GetString()));
        Assert.Contains(lines, line => line.GetProperty("State").TryGetProperty("Url", out _));
        var about = Assert.Single(lines, line => Field(line, "RequestId") == failed["request_id"]);
        Assert.Equal("Error", about.GetProperty("LogLevel").GetString());
        Assert.Equal(failed["request_id"], about.GetProperty("State").GetProperty("RequestId").GetString());
        var request = Assert.Single(collector.Spans, span => span.IsError && span.Name == "POST /v1/sessions");
        Assert.Equal(request.TraceId, Field(about, "TraceId"));
    }

    [DatabaseTheory]
    public async Task Without_the_setting_people_are_welcomed(Engine engine)
    {
        await using var server = await WatchedServer.Start(engine);

        Assert.Contains((await server.Stop()).Output, line => line.StartsWith("  Cryptocardium is ready at http://127.0.0.1:", StringComparison.Ordinal));
    }

    // Each field is in one scope only, so merging the scopes cannot change its value.
    private static string? Field(JsonElement line, string name) => line.GetProperty("Scopes").EnumerateArray()
        .Where(scope => scope.ValueKind == JsonValueKind.Object && scope.TryGetProperty(name, out _))
        .Select(scope => scope.GetProperty(name).GetString())
        .SingleOrDefault();
}
