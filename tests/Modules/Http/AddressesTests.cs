using Cryptocardium.Host.Http.Wire;
using Microsoft.Extensions.Configuration;

namespace Cryptocardium.Modules.Tests.Http;

public sealed class AddressesTests
{
    private const string OnlyLoopback = "plain HTTP is served on loopback only";
    private const string NoCertificate = "needs a certificate. Set Kestrel:Certificates:Default:Path";
    private const string Path = "Kestrel:Certificates:Default:Path";

    [Theory]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://127.1.2.3:5080")]
    [InlineData("http://[::1]:5080")]
    [InlineData("http://LOCALHOST:5080")]
    [InlineData("http://localhost:5080; http://127.0.0.1:5081")]
    [InlineData("http://unix:/run/cryptocardium.sock")]
    public void Loopback_needs_nothing(string urls) => Assert.Null(Refusal(("Urls", urls)));

    [Theory]
    [InlineData("http://0.0.0.0:5080", OnlyLoopback)]
    [InlineData("http://*:5080", OnlyLoopback)]
    [InlineData("http://+:5080", OnlyLoopback)]
    [InlineData("http://[::]:5080", OnlyLoopback)]
    [InlineData("http://192.0.2.1:5080", OnlyLoopback)]
    [InlineData("http://example.com:5080", OnlyLoopback)]
    [InlineData("http://127.0.0.1.example.com:5080", OnlyLoopback)]
    [InlineData("http://127.0.0.1:5080;http://0.0.0.0:5081", OnlyLoopback)]
    [InlineData("https://0.0.0.0:5443", NoCertificate)]
    [InlineData("https://127.0.0.1:5443", NoCertificate)]
    public void An_address_that_others_can_reach_needs_a_certificate(string urls, string sentence) =>
        Assert.Contains(sentence, Refusal(("Urls", urls)), StringComparison.Ordinal);

    [Fact]
    public void With_a_certificate_https_is_served_everywhere_and_http_still_on_loopback_only()
    {
        Assert.Null(Refusal(("Urls", "https://0.0.0.0:5443;http://127.0.0.1:5080"), (Path, "server.pem")));
        Assert.Contains(OnlyLoopback, Refusal(("Urls", "https://0.0.0.0:5443;http://0.0.0.0:5080"), (Path, "server.pem")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Kestrel:Endpoints:Open:Url", "http://127.0.0.1:5081", "Kestrel:Endpoints is not read")]
    [InlineData("Kestrel:EndpointDefaults:SslProtocols:0", "Tls12", "Kestrel:EndpointDefaults is not read")]
    public void Other_listen_settings_of_the_web_server_are_refused(string name, string value, string sentence) =>
        Assert.Contains(sentence, Refusal(("Urls", "http://127.0.0.1:5080"), (name, value)), StringComparison.Ordinal);

    private static string? Refusal(params (string Name, string Value)[] settings) => new Addresses(
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(pair => pair.Name, pair => (string?)pair.Value)).Build()).Refusal();
}
