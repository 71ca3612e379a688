using System.Buffers.Text;
using Cryptocardium.Kernel;

namespace Cryptocardium.Host.Docs;

/// <summary>
/// The documentation page at <c>/docs</c>: Scalar over <c>/openapi/v1.yaml</c>. Everything that it loads comes from this
/// origin, so that it works offline and tells nobody who reads it.
/// </summary>
internal static class DocsPage
{
    private const string ContractPath = "/openapi/v1.yaml";
    private const string ScriptPath = "/docs/scalar.js";
    private const int NonceBytes = 18;

    // A section that a link leads to takes the focus; a frame around a whole page of text would tell nobody anything.
    private const string Look =
        ".light-mode{--scalar-color-accent:#0f766e}.dark-mode{--scalar-color-accent:#2dd4bf}section:focus-visible{outline:none}";

    private const string Icon =
        "%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect y='5' width='32' height='22' rx='4' fill='%230f766e'/%3E" +
        "%3Crect y='10' width='32' height='5' fill='%23042f2e'/%3E%3C/svg%3E";

    public static void MapDocs(this IEndpointRouteBuilder app)
    {
        var contract = new Asset(typeof(V1.Operations).Assembly, "v1.yaml", "application/yaml; charset=utf-8");
        var script = new Asset(typeof(DocsPage).Assembly, "scalar.js", "text/javascript; charset=utf-8");

        app.MapGet("/docs", (HttpContext context, IdSource ids) => Page(context, ids)).ExcludeFromDescription();
        app.MapGet(ScriptPath, script.Send).ExcludeFromDescription();
        app.MapGet(ContractPath, contract.Send).ExcludeFromDescription();
    }

    private static Task Page(HttpContext context, IdSource ids)
    {
        Span<byte> random = stackalloc byte[NonceBytes];
        ids.Fill(random);
        var nonce = Base64Url.EncodeToString(random);

        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy(nonce);
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(Html(nonce), context.RequestAborted);
    }

    // Scalar writes style elements of its own, which takes 'unsafe-inline'; scripts run by the nonce alone.
    private static string Policy(string nonce) =>
        $"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'unsafe-inline'; img-src 'self' data: blob:; " +
        "font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static string Html(string nonce) =>
        $$"""
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>Cryptocardium API</title>
          <link rel="icon" href="data:image/svg+xml,{{Icon}}">
          <style>body { margin: 0 }</style>
        </head>
        <body>
          <div id="docs"></div>
          <noscript>This page needs JavaScript. The contract itself is at <a href="{{ContractPath}}">{{ContractPath}}</a>.</noscript>
          <script nonce="{{nonce}}" src="{{ScriptPath}}"></script>
          <script nonce="{{nonce}}">
            Scalar.createApiReference('#docs', {
              url: '{{ContractPath}}',
              withDefaultFonts: false,
              telemetry: false,
              hideClientButton: true,
              agent: { disabled: true },
              mcp: { disabled: true },
              defaultHttpClient: { targetKey: 'shell', clientKey: 'curl' },
              showDeveloperTools: 'never',
              servers: [{ url: location.origin, description: 'This server' }],
              authentication: { preferredSecurityScheme: 'bearerAuth' },
              documentDownloadType: 'direct',
              metaData: { title: 'Cryptocardium API' },
              customCss: '{{Look}}',
            })
          </script>
        </body>
        </html>
        """;
}
