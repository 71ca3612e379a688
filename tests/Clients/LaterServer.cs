using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Cryptocardium.Tests.Clients;

/// <summary>
/// Forwards requests to the server and changes its answers to those of a later version: each object has one more member, and each card
/// a brand that today's contract does not list.
/// </summary>
internal sealed class LaterServer : IAsyncDisposable
{
    private const string Json = "application/json";
    private const string AddedMember = "added_later";
    private const string AddedBrand = "later_brand";

    private readonly WebApplication app;
    private readonly HttpClient http;
    private readonly ConcurrentQueue<string> calls = [];

    private LaterServer(Uri server, WebApplication app)
    {
        this.app = app;
        http = new HttpClient { BaseAddress = server };
    }

    public Uri Address => new(app.Urls.First());

    /// <summary>The answered calls in order: <c>issueCard 201</c>.</summary>
    public IReadOnlyList<string> Calls => [.. calls];

    public static async Task<LaterServer> Start(Uri server)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var later = new LaterServer(server, app);
        app.Run(later.Forward);
        await app.StartAsync();
        return later;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        http.Dispose();
    }

    private async Task Forward(HttpContext context)
    {
        using var request = Request(context.Request);
        using var response = await http.SendAsync(request, context.RequestAborted);
        var operation = ContractCheck.Find(context.Request.Method, context.Request.Path);
        calls.Enqueue($"{operation?.Id ?? context.Request.Path} {(int)response.StatusCode}");

        context.Response.StatusCode = (int)response.StatusCode;
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers))
        {
            if (name is not ("Transfer-Encoding" or "Content-Length"))
                context.Response.Headers[name] = values.ToArray();
        }

        var body = await response.Content.ReadAsByteArrayAsync(context.RequestAborted);
        if (response.Content.Headers.ContentType?.MediaType == Json)
        {
            var json = JsonNode.Parse(body)!;
            Grow(json);
            await context.Response.WriteAsync(json.ToJsonString(), context.RequestAborted);
        }
        else if (body.Length > 0)
        {
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }
    }

    private static HttpRequestMessage Request(HttpRequest original)
    {
        var request = new HttpRequestMessage(new HttpMethod(original.Method), original.Path + original.QueryString.Value);
        if (original.ContentType is not null || original.ContentLength > 0)
        {
            request.Content = new StreamContent(original.Body);
        }

        foreach (var (name, values) in original.Headers)
        {
            if (name is not ("Host" or "Transfer-Encoding" or "Connection") && !request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
                request.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
        }

        return request;
    }

    private static void Grow(JsonNode? node)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                Grow(item);
            }
        }
        else if (node is JsonObject members)
        {
            // The members of metadata belong to the customer.
            foreach (var (name, value) in members.Where(member => member.Key != "metadata"))
            {
                Grow(value);
            }

            members[AddedMember] = new JsonObject { ["list"] = new JsonArray(1, "two") };
            if (members.ContainsKey("brand"))
            {
                members["brand"] = AddedBrand;
            }
        }
    }
}
