using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Cryptocardium.Host.Docs;

/// <summary>
/// Serves the contract at <c>/openapi/v1.yaml</c>. Its ETag is a hash of its content, so a browser revalidates each time and
/// downloads it again only after an upgrade.
/// </summary>
internal static class ContractFile
{
    public const string Path = "/openapi/v1.yaml";

    private const string Resource = "v1.yaml";
    private const string MediaType = "application/yaml";

    public static void AddContractFile(this IServiceCollection services) => services.AddResponseCompression(static options =>
    {
        // Compression over TLS is safe here: the file is public, so its compressed length reveals no secret.
        options.EnableForHttps = true;
        options.MimeTypes = [MediaType];
    });

    // Compresses this file alone: it is half a megabyte of text; every other response is small or compressed already.
    public static void UseContractFile(this IApplicationBuilder app) =>
        app.UseWhen(static context => context.Request.Path == Path, static branch => branch.UseResponseCompression());

    public static void MapContractFile(this IEndpointRouteBuilder app)
    {
        var bytes = Load();
        // Weak, since the compressed and the plain bytes differ and have the same tag.
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}\"", isWeak: true);
        app.MapGet(Path, (HttpContext context) =>
        {
            context.Response.GetTypedHeaders().CacheControl = new CacheControlHeaderValue { Public = true, NoCache = true };
            context.Response.Headers.XContentTypeOptions = "nosniff";
            return TypedResults.Bytes(bytes, $"{MediaType}; charset=utf-8", entityTag: tag);
        }).ExcludeFromDescription();
    }

    private static byte[] Load()
    {
        using var source = typeof(V1.Operations).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not embedded.");
        using var copy = new MemoryStream();
        source.CopyTo(copy);
        return copy.ToArray();
    }
}
