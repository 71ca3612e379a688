using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Cryptocardium.Host.Docs;

/// <summary>
/// Serves the contract: as written at <c>/openapi/v1.yaml</c>, and as JSON whose descriptions include scopes and known values at
/// <c>/openapi/v1.json</c>. The ETag is a hash of the content, so a browser revalidates each time and downloads only after an upgrade.
/// </summary>
internal static class ContractFile
{
    public const string Path = "/openapi/v1.yaml";

    public const string ReferencePath = "/openapi/v1.json";

    private static readonly (string Path, string Resource, string MediaType)[] Files =
    [
        (Path, "v1.yaml", "application/yaml"),
        (ReferencePath, "reference.json", "application/json"),
    ];

    public static void AddContractFile(this IServiceCollection services) => services.AddResponseCompression(static options =>
    {
        // Compression over TLS is safe here: the file is public, so its compressed length reveals no secret.
        options.EnableForHttps = true;
        options.MimeTypes = [.. Files.Select(file => file.MediaType)];
    });

    // Compresses these files alone: each is half a megabyte of text; every other response is small or compressed already.
    public static void UseContractFile(this IApplicationBuilder app) =>
        app.UseWhen(static context => Files.Any(file => context.Request.Path == file.Path), static branch => branch.UseResponseCompression());

    public static void MapContractFile(this IEndpointRouteBuilder app)
    {
        foreach (var (path, resource, mediaType) in Files)
        {
            Map(app, path, Load(resource), mediaType);
        }
    }

    private static void Map(IEndpointRouteBuilder app, string path, byte[] bytes, string mediaType)
    {
        // Weak, since the compressed and the plain bytes differ and have the same tag.
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}\"", isWeak: true);
        app.MapGet(path, (HttpContext context) =>
        {
            context.Response.GetTypedHeaders().CacheControl = new CacheControlHeaderValue { Public = true, NoCache = true };
            context.Response.Headers.XContentTypeOptions = "nosniff";
            return TypedResults.Bytes(bytes, $"{mediaType}; charset=utf-8", entityTag: tag);
        }).ExcludeFromDescription();
    }

    private static byte[] Load(string resource)
    {
        using var source = typeof(V1.Operations).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not embedded.");
        using var copy = new MemoryStream();
        source.CopyTo(copy);
        return copy.ToArray();
    }
}
