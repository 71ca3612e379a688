using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Cryptocardium.Kernel.Data;
using Xunit;

namespace Cryptocardium.Tests.Scenarios;

// The TLS endpoint as openssl sees it.
public sealed class TlsTests : IDisposable
{
    private const string Status = "GET /v1/status HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

    private readonly string directory = Directory.CreateTempSubdirectory("cryptocardium-tls-").FullName;

    [Fact]
    public async Task TLS_1_3_is_served_and_1_2_is_refused()
    {
        await using var host = await Start();

        var modern = await Ask(host.Server, "-tls1_3", Status);
        var old = await Ask(host.Server, "-tls1_2", Status);

        Assert.Contains("HTTP/1.1 200 OK", modern.Output, StringComparison.Ordinal);
        Assert.Contains("New, TLSv1.3", (await Ask(host.Server, "-tls1_3", "", quiet: false)).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("HTTP/1.1", old.Output, StringComparison.Ordinal);
        Assert.NotEqual(0, old.Code);
        Assert.Contains("protocol version", old.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Malformed_HTTP_is_answered_in_the_documented_shape_over_TLS_too()
    {
        await using var host = await Start();

        var answer = await Ask(host.Server, "-tls1_3", "nonsense\r\n\r\n");

        Assert.Contains("HTTP/1.1 400 Bad Request", answer.Output, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"malformed_request\"", answer.Output, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);

    private Task<TestHost> Start()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(new FakeTime().GetUtcNow(), new FakeTime().GetUtcNow().AddYears(10));
        var (path, keyPath) = (Path.Combine(directory, "server.pem"), Path.Combine(directory, "server.key"));
        File.WriteAllText(path, certificate.ExportCertificatePem());
        File.WriteAllText(keyPath, key.ExportPkcs8PrivateKeyPem());
        return TestHost.Start(
            Engine.Sqlite, "--Urls=https://127.0.0.1:0", $"--Kestrel:Certificates:Default:Path={path}", $"--Kestrel:Certificates:Default:KeyPath={keyPath}");
    }

    private static async Task<(int Code, string Output, string Error)> Ask(Uri server, string protocol, string request, bool quiet = true)
    {
        string[] words = ["s_client", "-connect", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{server.Port}"), protocol];
        using var openssl = Process.Start(new ProcessStartInfo("openssl", quiet ? [.. words, "-quiet"] : words)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, error) = (openssl.StandardOutput.ReadToEndAsync(), openssl.StandardError.ReadToEndAsync());
        try
        {
            await openssl.StandardInput.WriteAsync(request);
            openssl.StandardInput.Close();
        }
        catch (IOException)
        {
            // The server refused the request before reading it.
        }

        await openssl.WaitForExitAsync();
        return (openssl.ExitCode, await output, await error);
    }
}
