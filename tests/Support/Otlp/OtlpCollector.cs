using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Cryptocardium.Tests.Otlp;

/// <summary>A collector of spans and metrics over OTLP, and whatever else is sent to it.</summary>
public sealed class OtlpCollector : IAsyncDisposable
{
    // No compression, and a message of no bytes: all was taken.
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

    /// <summary>Where it listens.</summary>
    public Uri Address => new(app.Urls.First());

    /// <summary>The environment of a program that is to send to it.</summary>
    public IReadOnlyDictionary<string, string> Variables => new Dictionary<string, string>
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Address.ToString(),
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
    };

    /// <summary>The paths of all that was sent.</summary>
    public IReadOnlyList<string> Paths => [.. received.Select(request => request.Path)];

    /// <summary>All bodies, one after the other.</summary>
    public byte[] Bytes => [.. received.SelectMany(request => request.Body)];

    /// <summary>All spans.</summary>
    public IReadOnlyList<OtlpSpan> Spans => [.. Sent("/v1/traces").SelectMany(body => OtlpSpan.In(body))];

    /// <summary>All points of all metrics, in the order in which they came.</summary>
    public IReadOnlyList<OtlpPoint> Points => [.. Sent("/v1/metrics").SelectMany(body => OtlpPoint.In(body))];

    /// <summary>Starts it on a port that is free.</summary>
    /// <param name="isGrpc">Whether it takes gRPC alone; otherwise it takes protobuf over HTTP.</param>
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
