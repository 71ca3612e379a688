using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Cryptocardium.Host.Docs;

/// <summary>
/// A file inside an assembly, sent whole, compressed once and then kept. Its ETag is its content, so a browser asks each time
/// and gets the bytes again only after an upgrade.
/// </summary>
/// <param name="assembly">Where the file is embedded.</param>
/// <param name="name">The resource's logical name.</param>
/// <param name="contentType">With its charset.</param>
internal sealed class Asset(Assembly assembly, string name, string contentType)
{
    private readonly Lazy<Content> content = new(() => Load(assembly, name));

    public Task Send(HttpContext context)
    {
        var (plain, gzip, tag) = content.Value;
        var response = context.Response;
        var headers = response.GetTypedHeaders();
        headers.CacheControl = new CacheControlHeaderValue { Public = true, NoCache = true };
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        response.Headers.XContentTypeOptions = "nosniff";

        var compressed = context.Request.GetTypedHeaders().AcceptEncoding
            .Any(accepted => accepted.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase) && accepted.Quality is not 0);
        // Two representations, two tags: a cache that mixed them up would send compressed bytes as plain ones.
        headers.ETag = new EntityTagHeaderValue($"\"{tag}{(compressed ? "-gzip" : "")}\"");
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(headers.ETag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        var bytes = compressed ? gzip : plain;
        if (compressed)
        {
            response.Headers.ContentEncoding = "gzip";
        }
        response.ContentType = contentType;
        response.ContentLength = bytes.Length;
        return response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }

    private static Content Load(Assembly assembly, string name)
    {
        using var source = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var plain = new MemoryStream();
        source.CopyTo(plain);
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(plain.GetBuffer().AsSpan(0, (int)plain.Length));
        }
        return new(plain.ToArray(), packed.ToArray(), Convert.ToHexStringLower(SHA256.HashData(plain.ToArray()).AsSpan(0, 16)));
    }

    private sealed record Content(byte[] Plain, byte[] Gzip, string Tag);
}
