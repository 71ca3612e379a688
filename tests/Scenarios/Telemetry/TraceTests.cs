using System.Net;
using System.Text;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Tests.Otlp;
using Xunit;

namespace Cryptocardium.Tests.Scenarios.Telemetry;

// Spans of requests that a collector receives.
public sealed class TraceTests
{
    private const int OfServer = 2;
    private const string TraceId = "4bf92f3577b34da6a3ce929d0e0e4736";
    private const string CallerId = "00f067aa0ba902b7";

    [DatabaseTheory]
    public async Task A_request_goes_on_with_its_callers_trace(Engine engine)
    {
        await using var server = await WatchedServer.Start(engine);
        var answer = await SignUp(server, isSampled: true);
        Assert.Equal(HttpStatusCode.Created, answer.Status);

        var trace = await Trace(server);

        var request = Assert.Single(trace, span => span.Kind == OfServer);
        Assert.Equal((CallerId, "POST /v1/accounts", false), (request.ParentId, request.Name, request.IsError));
        Assert.Equal(
            [
                "cryptocardium.operation=create_account", $"cryptocardium.request_id={answer.Header("Request-Id")}", "http.request.method=POST",
                "http.response.status_code=201", "http.route=/v1/accounts", "url.scheme=http",
            ],
            Tags(request));
        var message = Assert.Single(trace, span => span.ParentId == request.Id);
        Assert.Equal("create_account", message.Name);
        Assert.Equal(
            ["cryptocardium.operation=create_account", $"cryptocardium.request_id={answer.Header("Request-Id")}"], Tags(message));
        Assert.Equal(["writer.commit", "writer.queue"], trace.Where(span => span.ParentId == message.Id).Select(span => span.Name).Order());
        Assert.Equal(4, trace.Count);
    }

    [DatabaseTheory]
    public async Task A_trace_that_its_caller_does_not_keep_is_not_kept(Engine engine)
    {
        await using var server = await WatchedServer.Start(engine);
        await SignUp(server, isSampled: false);

        Assert.Empty(await Trace(server));
    }

    [DatabaseTheory]
    public async Task A_failure_is_marked_and_a_refusal_is_named(Engine engine)
    {
        await using var server = await WatchedServer.Start(engine);
        await server.SignUp("you@example.com");
        Assert.Equal("email_taken", (await SignUp(server, isSampled: true)).Code);
        await server.FailToSignIn();

        var spans = (await server.Stop()).Collector.Spans;

        var refused = Assert.Single(spans, span => span.Tags.GetValueOrDefault("cryptocardium.refusal") == "email_taken");
        Assert.False(refused.IsError);
        Assert.False(Assert.Single(spans, span => span.Id == refused.ParentId).IsError);
        var failed = Assert.Single(spans, span => span.Name == "sign_in");
        Assert.True(failed.IsError);
        Assert.Equal("System.FormatException", failed.Tags["error.type"]);
        var request = Assert.Single(spans, span => span.Id == failed.ParentId);
        Assert.Equal((true, "500"), (request.IsError, request.Tags["error.type"]));
    }

    private static async Task<Answer> SignUp(WatchedServer server, bool isSampled)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/accounts")
        {
            Content = new StringContent(
                $$"""{"email": "you@example.com", "password": "{{TestAccount.Password}}"}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("traceparent", $"00-{TraceId}-{CallerId}-{(isSampled ? "01" : "00")}");
        return await server.Anonymous.Send(request);
    }

    private static async Task<IReadOnlyList<OtlpSpan>> Trace(WatchedServer server) =>
        [.. (await server.Stop()).Collector.Spans.Where(span => span.TraceId == TraceId)];

    private static IEnumerable<string> Tags(OtlpSpan span) => span.Tags.Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal);
}
