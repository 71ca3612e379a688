using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Cryptocardium.Tests.Otlp;

/// <summary>An OTLP collector of spans and metrics. It keeps every other request as well.</summary>
public sealed class OtlpCollector : IAsyncDisposable
{
    // An uncompressed empty message: the collector accepted everything.
    private static readonly byte[] GrpcAnswer = new byte[5];

    private readonly ConcurrentQueue<(string Path, byte[] Body)> received = new();
    private readonly WebApplication app;

    private OtlpCollector(HttpProtocols protocols)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = protocols));
        app = builder.Build();
        app.Run(Take);
    }

    /// <summary>The address that it listens on.</summary>
    public Uri Address => new(app.Urls.First());

    /// <summary>Environment variables of a program that sends to this collector.</summary>
    public IReadOnlyDictionary<string, string> Variables => new Dictionary<string, string>
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Address.ToString(),
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
    };

    /// <summary>The paths of all requests.</summary>
    public IReadOnlyList<string> Paths => [.. received.Select(request => request.Path)];

    /// <summary>All request bodies, concatenated.</summary>
    public byte[] Bytes => [.. received.SelectMany(request => request.Body)];

    /// <summary>All spans.</summary>
    public IReadOnlyList<OtlpSpan> Spans => [.. Sent("/v1/traces").SelectMany(body => OtlpSpan.In(body))];

    /// <summary>All points of all metrics, in the order in which they came.</summary>
    public IReadOnlyList<OtlpPoint> Points => [.. Sent("/v1/metrics").SelectMany(body => OtlpPoint.In(body))];

    /// <summary>Starts it on a free port.</summary>
    /// <param name="isGrpc">Whether it accepts only gRPC; otherwise it accepts protobuf over HTTP.</param>
    public static async Task<OtlpCollector> Start(bool isGrpc = false)
    {
        var collector = new OtlpCollector(isGrpc ? HttpProtocols.Http2 : HttpProtocols.Http1);
        await collector.app.StartAsync();
        return collector;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app.DisposeAsync();

    private IEnumerable<byte[]> Sent(string path) => received.Where(request => request.Path == path).Select(request => request.Body);

    private async Task Take(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        received.Enqueue((context.Request.Path, body.ToArray()));
        context.Response.ContentType = "application/x-protobuf";
        if (HttpProtocol.IsHttp2(context.Request.Protocol))
        {
            context.Response.ContentType = "application/grpc";
            context.Response.DeclareTrailer("grpc-status");
            await context.Response.Body.WriteAsync(GrpcAnswer);
            context.Response.AppendTrailer("grpc-status", "0");
        }
    }
}
