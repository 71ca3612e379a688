using System.Net;
using System.Text.RegularExpressions;
using Cryptocardium.Kernel.Data;
using Xunit;

namespace Cryptocardium.Tests.Scenarios;

// The API reference and the contract as a browser gets them.
public sealed partial class DocsTests
{
    [Fact]
    public async Task The_page_runs_only_scripts_that_carry_its_nonce_and_loads_nothing_from_elsewhere()
    {
        await using var host = await TestHost.Start(Engine.Sqlite);
        using var http = new HttpClient { BaseAddress = host.Server };

        using var first = await http.GetAsync("/docs");
        using var second = await http.GetAsync("/docs/");

        Assert.Equal("/docs/", first.RequestMessage!.RequestUri!.AbsolutePath);
        var policy = Assert.Single(first.Headers.GetValues("Content-Security-Policy"));
        var nonce = Nonce().Match(policy).Groups[1].Value;
        var page = await first.Content.ReadAsStringAsync();
        Assert.NotEmpty(Script().Matches(page));
        Assert.All(Script().Matches(page), script => Assert.Contains($"nonce=\"{nonce}\"", script.Value, StringComparison.Ordinal));
        Assert.DoesNotMatch("(src|href|url)[\"']?[=:][\"']?(https?:)?//", page);
        Assert.DoesNotContain(nonce, Assert.Single(second.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.All(
            ["default-src 'none'", "connect-src 'self'", "frame-ancestors 'none'"],
            rule => Assert.Contains(rule, policy, StringComparison.Ordinal));
        Assert.All(
            ["/docs/", "/docs/scalar.js", "/docs/scalar.aspnetcore.js"],
            path => Assert.Equal("nosniff", Assert.Single(Get(http, path).Headers.GetValues("X-Content-Type-Options"))));
        Assert.Equal(HttpStatusCode.NotFound, Get(http, "/docs/unknown").StatusCode);
    }

    [Fact]
    public async Task The_contract_is_sent_compressed_and_only_once()
    {
        await using var host = await TestHost.Start(Engine.Sqlite);
        using var http = new HttpClient { BaseAddress = host.Server };
        using var zipped = new HttpClient(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = host.Server };
        zipped.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");

        using var plain = Get(http, "/openapi/v1.yaml");
        using var packed = Get(zipped, "/openapi/v1.yaml");
        http.DefaultRequestHeaders.Add("If-None-Match", plain.Headers.ETag!.ToString());
        using var again = Get(http, "/openapi/v1.yaml");

        Assert.Equal(await File.ReadAllBytesAsync(SourceTree.At("openapi", "v1.yaml")), await plain.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/yaml", plain.Content.Headers.ContentType!.MediaType);
        Assert.Equal(["gzip"], packed.Content.Headers.ContentEncoding);
        Assert.InRange((await packed.Content.ReadAsByteArrayAsync()).Length, 1_000, (await plain.Content.ReadAsByteArrayAsync()).Length / 4);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task Every_error_code_has_an_anchor_where_doc_url_points()
    {
        await using var host = await TestHost.Start(Engine.Sqlite);
        using var http = new HttpClient { BaseAddress = host.Server };
        using var page = Get(http, "/docs/errors");
        var html = await page.Content.ReadAsStringAsync();
        var refusal = await host.Anonymous.Get("/v1/balance");

        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
        Assert.All(Errors.All, error => Assert.Contains($"id=\"{error.Code}\"", html, StringComparison.Ordinal));
        Assert.Equal("https://api.cryptocardium.com/docs/errors#missing_credentials", refusal["doc_url"]);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    private static HttpResponseMessage Get(HttpClient http, string path) =>
        http.Send(new HttpRequestMessage(HttpMethod.Get, path), HttpCompletionOption.ResponseContentRead);

    [GeneratedRegex("script-src 'nonce-([A-Za-z0-9_-]+)'")]
    private static partial Regex Nonce();

    [GeneratedRegex("<script[^>]*>")]
    private static partial Regex Script();
}
