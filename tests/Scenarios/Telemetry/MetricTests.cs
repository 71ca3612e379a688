using System.Net;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Tests.Otlp;
using Xunit;

namespace Cryptocardium.Tests.Scenarios.Telemetry;

// Metrics that a collector receives.
public sealed class MetricTests
{
    // Ten times the limit per second of an address; so many concurrent calls hardly take more than a second.
    private const int CallsMax = 200;
    private const int CallsAtOnce = 50;

    [DatabaseTheory]
    public async Task The_metrics_of_the_operator_arrive(Engine engine)
    {
        await using var server = await WatchedServer.Start(engine, "--RateLimits:Scale=1");
        await server.SignUp("you@example.com");
        await server.FailToSignIn();
        await CallUntilRefused(server);

        var points = (await server.Stop()).Collector.Points;

        Assert.Equal(1, Value(points, "http.server.request.duration", "http.route=/v1/accounts", "http.response.status_code=201"));
        Assert.Equal(1, Value(points, "http.server.request.duration", "http.route=/v1/sessions", "http.response.status_code=500"));
        Assert.Equal(1, Value(points, "request.failures", "cryptocardium.operation=sign_in", "error.type=internal_error"));
        Assert.InRange(Value(points, "request.rate_limited", "cryptocardium.caller=anonymous"), 1, CallsMax);
        Assert.Equal(Value(points, "writer.commit.commands"), Value(points, "writer.commit.duration"));
        Assert.InRange(Value(points, "writer.commit.duration"), 1, double.MaxValue);
        Assert.Equal(0, Value(points, "writer.queue.length"));
        Assert.InRange(Value(points, "ledger.discrepancies"), 0, double.MaxValue);
        Assert.Equal(
            ["Cryptocardium", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"],
            points.Select(point => point.Meter).Distinct().Order());
    }

    private static async Task CallUntilRefused(WatchedServer server)
    {
        for (var calls = 0; calls < CallsMax; calls += CallsAtOnce)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, CallsAtOnce).Select(_ => server.Anonymous.Get("/v1/status")));
            if (answers.Any(answer => answer.Status == HttpStatusCode.TooManyRequests))
            {
                return;
            }
        }

        Assert.Fail("Nobody was refused.");
    }

    // The last point, because sums and histograms are cumulative.
    private static double Value(IReadOnlyList<OtlpPoint> points, string metric, params string[] tags)
    {
        var found = points.LastOrDefault(
            point => point.Metric == metric && tags.All(tag => point.Tags.GetValueOrDefault(tag.Split('=')[0]) == tag.Split('=')[1]));
        Assert.True(found is not null, $"Nothing came of {metric}.");
        return found.Value;
    }
}
