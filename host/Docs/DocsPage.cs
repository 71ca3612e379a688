using System.Buffers.Text;
using Cryptocardium.Kernel;
using Scalar.AspNetCore;

namespace Cryptocardium.Host.Docs;

/// <summary>
/// Serves the API reference at <c>/docs/</c>: Scalar over <c>/openapi/v1.json</c>. The page loads everything from this origin, so it
/// works offline and no third party sees its readers.
/// </summary>
internal static class DocsPage
{
    private const string PagePath = "/docs";
    private const string Title = "Cryptocardium API";
    private const string DocumentName = "documentName";
    private const int NonceBytes = 18;

    // Scalar focuses the section that a link leads to; an outline around a whole page of text is only noise.
    private const string Css =
        ".light-mode{--scalar-color-accent:#0f766e}.dark-mode{--scalar-color-accent:#2dd4bf}section:focus-visible{outline:none}";

    private const string Icon =
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect y='5' width='32' height='22' rx='4' " +
        "fill='%230f766e'/%3E%3Crect y='10' width='32' height='5' fill='%23042f2e'/%3E%3C/svg%3E";

    private const string WithoutScript =
        $"""<noscript>This page needs JavaScript. The contract itself is at <a href="{ContractFile.Path}">{ContractFile.Path}</a>.</noscript>""";

    public static void AddDocs(this IServiceCollection services) => services.AddContractFile();

    public static void MapDocs(this IEndpointRouteBuilder app)
    {
        app.MapContractFile();
        app.MapErrorPage();
        app.MapScalarApiReference(PagePath, Configure).AddEndpointFilter(static (invocation, next) =>
        {
            var context = invocation.HttpContext;
            context.Response.Headers.XContentTypeOptions = "nosniff";
            context.Response.Headers["Referrer-Policy"] = "no-referrer";
            // Scalar serves the same page for any document name; there is one document.
            return context.Request.RouteValues.ContainsKey(DocumentName) ? new(TypedResults.NotFound()) : next(invocation);
        });
    }

    // Scalar calls this once per page, before it writes the page.
    private static void Configure(ScalarOptions options, HttpContext context)
    {
        var nonce = NewNonce(context.RequestServices.GetRequiredService<IdSource>());
        context.Response.Headers.ContentSecurityPolicy = Policy(nonce);
        options
            .WithTitle(Title)
            .WithNonce(nonce)
            .WithFavicon(Icon)
            .WithCustomCss(Css)
            .AddHeadContent(Head(nonce))
            .AddHeaderContent(WithoutScript)
            .AddDocument("v1", Title, ContractFile.ReferencePath)
            .AddServer("/", "This server")
            .WithDynamicBaseServerUrl()
            .WithDocumentDownloadType(DocumentDownloadType.Direct)
            .WithDefaultHttpClient(ScalarTarget.Shell, ScalarClient.Curl)
            .AddPreferredSecuritySchemes("bearerAuth")
            .HideClientButton()
            .HideDeveloperTools()
            .DisableDefaultFonts()
            .DisableTelemetry()
            .DisableAgent()
            .DisableMcp();
    }

    private static string NewNonce(IdSource ids)
    {
        Span<byte> random = stackalloc byte[NonceBytes];
        ids.Fill(random);
        return Base64Url.EncodeToString(random);
    }

    // Scripts need the nonce. Scalar adds style elements, which need 'unsafe-inline'.
    private static string Policy(string nonce) =>
        $"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'unsafe-inline'; img-src 'self' data: blob:; " +
        "font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // Scalar's page declares no language, so a script sets it; a screen reader chooses its voice by it.
    private static string Head(string nonce) =>
        $"""
        <style>body {"{ margin: 0 }"}</style>
            <script nonce="{nonce}">document.documentElement.lang = 'en'</script>
        """;
}
