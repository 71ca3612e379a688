using System.Net;

namespace Cryptocardium.Host.Http.Wire;

// The addresses that the server listens on. Traffic that leaves this machine must be encrypted, since it contains passwords and card numbers.
internal sealed class Addresses(IConfiguration configuration)
{
    private const string Urls = "Urls";
    private const string Certificate = "Kestrel:Certificates:Default";
    private const string Localhost = "localhost";

    // These sections could add an address with TLS 1.2 or without TLS.
    private static readonly string[] NotRead = ["Kestrel:Endpoints", "Kestrel:EndpointDefaults"];

    private readonly List<BindingAddress> all =
        [.. (configuration[Urls] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(BindingAddress.Parse)];

    /// <returns>The reason why the server must not start, with a remedy; null if it may start.</returns>
    public string? Refusal()
    {
        if (Array.Find(NotRead, name => configuration.GetSection(name).Exists()) is { } name)
        {
            return $"{name} is not read. Give the addresses in {Urls}, and the certificate in {Certificate}.";
        }

        var hasCertificate = configuration.GetSection(Certificate).Exists();
        return all.Select(address => IsHttps(address)
            ? hasCertificate ? null
                : $"{address} needs a certificate. Set {Certificate}:Path, and :Password or :KeyPath with it; plain HTTP is served on loopback only."
            : IsLoopback(address) ? null
                : $"{address} can be reached from other machines, and plain HTTP is served on loopback only. Listen on 127.0.0.1, or set {Urls} to "
                    + $"https:// addresses and {Certificate}:Path to a certificate.").FirstOrDefault(refusal => refusal is not null);
    }

    /// <summary>Whether an endpoint is configured for TLS; asked before the server has enabled it.</summary>
    public bool IsHttps(IPEndPoint? endpoint) => endpoint is not null && all.Any(address => IsHttps(address) && address.Port == endpoint.Port);

    private static bool IsHttps(BindingAddress address) => address.Scheme.Equals(Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase);

    private static bool IsLoopback(BindingAddress address) =>
        address.IsUnixPipe
        || address.Host.Equals(Localhost, StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip));
}
