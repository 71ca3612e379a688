using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cryptocardium.Host.Calls;

namespace Cryptocardium.Host.Docs;

/// <summary>
/// Serves the catalogue of errors at <c>/docs/errors</c>, with an anchor per code: the <c>doc_url</c> of every error leads here. The page
/// is rendered once, from the contract, when it is first read.
/// </summary>
internal static class ErrorPage
{
    private const string Style =
        """
        :root{color-scheme:light dark;--bg:#fff;--fg:#0f172a;--dim:#475569;--line:#e2e8f0;--card:#f8fafc;--accent:#0f766e}
        @media(prefers-color-scheme:dark){:root{--bg:#0b1220;--fg:#e2e8f0;--dim:#94a3b8;--line:#1e293b;--card:#111a2e;--accent:#2dd4bf}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--bg);color:var(--fg);font:16px/1.6 Inter,system-ui,sans-serif}
        main{max-width:56rem;margin:0 auto;padding:2.5rem 1.25rem 6rem}
        h1{font-size:2rem;line-height:1.2;margin:0 0 .5rem}
        h2{font-size:1.25rem;margin:3rem 0 .25rem;padding-top:1rem;border-top:1px solid var(--line)}
        p{margin:.5rem 0}
        a{color:var(--accent)}
        .dim{color:var(--dim)}
        code,h3{font-family:"JetBrains Mono",ui-monospace,monospace}
        nav{display:flex;flex-wrap:wrap;gap:.5rem;margin:1.5rem 0}
        nav a{border:1px solid var(--line);border-radius:999px;padding:.35rem .9rem;text-decoration:none;font-size:.9rem}
        article{background:var(--card);border:1px solid var(--line);border-radius:.75rem;padding:1rem 1.25rem;margin:1rem 0;scroll-margin-top:1rem}
        article:target{border-color:var(--accent);box-shadow:0 0 0 1px var(--accent)}
        h3{font-size:1rem;margin:0;overflow-wrap:anywhere}
        h3 a{color:inherit;text-decoration:none}
        h3 a:hover{text-decoration:underline}
        """;

    private static readonly string[] Meanings =
    [
        "400 The request is malformed", "401 There is no valid credential", "403 The credential may not do this, or a balance is too low",
        "404 There is no such object or address", "405 The address does not take this method", "406 The Accept header excludes every answer",
        "409 The state of an object stands against it", "413 The body is too large", "415 The body is not of an accepted type",
        "419 The session has expired", "422 A rule of the product refuses it", "429 Too many requests", "431 The headers are too large",
        "500 A failure on our side", "503 Part of the platform cannot serve the call now",
    ];

    public static void MapErrorPage(this IEndpointRouteBuilder app)
    {
        var page = new Lazy<byte[]>(static () => Encoding.UTF8.GetBytes(Html()));
        var policy = $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; " +
            "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        app.MapGet(ErrorJson.DocPath, (HttpContext context) =>
        {
            context.Response.Headers.ContentSecurityPolicy = policy;
            context.Response.Headers.XContentTypeOptions = "nosniff";
            context.Response.Headers["Referrer-Policy"] = "no-referrer";
            context.Response.Headers.CacheControl = "public, no-cache";
            return TypedResults.Bytes(page.Value, "text/html; charset=utf-8");
        }).ExcludeFromDescription();
    }

    private static string Html()
    {
        using var contract = JsonDocument.Parse(typeof(V1.Operations).Assembly.GetManifestResourceStream("v1.json")!);
        var groups = contract.RootElement.GetProperty("x-error-catalogue").EnumerateObject()
            .GroupBy(error => error.Value.GetProperty("status").GetInt32())
            .OrderBy(group => group.Key)
            .ToList();
        var html = new StringBuilder(
            $"""
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Errors · Cryptocardium API</title><style>{Style}</style></head>
            <body><main>
            <p class="dim"><a href="/docs/">Cryptocardium API</a></p>
            <h1>Errors</h1>
            <p>Every error has the same shape. Build on <code>code</code>; the wording of <code>message</code> and <code>hint</code> may change.
            Log the <code>request_id</code>: support finds the request by it.</p>
            <nav aria-label="Statuses">{string.Concat(groups.Select(group => $"<a href=\"#status-{group.Key}\">{group.Key}</a>"))}</nav>

            """);
        foreach (var group in groups)
        {
            html.Append(CultureInfo.InvariantCulture, $"<h2 id=\"status-{group.Key}\">{Encode(Meaning(group.Key))}</h2>\n");
            foreach (var error in group)
            {
                html.Append(Article(error));
            }
        }

        return html.Append("</main></body></html>\n").ToString();
    }

    private static string Article(JsonProperty error) =>
        $"""
        <article id="{error.Name}"><h3><a href="#{error.Name}">{error.Name}</a></h3>
        <p>{Encode(Text(error, "description"))}</p>
        <p class="dim">{Encode(Text(error, "message"))} · {Text(error, "status")} · {Text(error, "type")}</p></article>

        """;

    private static string Meaning(int status) => Meanings.FirstOrDefault(line => line.StartsWith($"{status} ", StringComparison.Ordinal)) ?? $"{status}";

    private static string Text(JsonProperty error, string member) => error.Value.GetProperty(member).ToString();

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
