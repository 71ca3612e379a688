using System.Net;

namespace Cryptocardium.Host.Http.Wire;

// Where the server listens. What leaves this machine is encrypted, so that no password or card number is readable on the way.
internal sealed class Addresses(IConfiguration configuration)
{
    private const string Urls = "Urls";
    private const string Certificate = "Kestrel:Certificates:Default";
    private const string Localhost = "localhost";

    // There an address could have TLS 1.2, or none.
    private static readonly string[] NotRead = ["Kestrel:Endpoints", "Kestrel:EndpointDefaults"];

    private readonly List<BindingAddress> all =
        [.. (configuration[Urls] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(BindingAddress.Parse)];

    /// <returns>Why the server must not start, and what to do; null when it may.</returns>
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

    /// <summary>Whether an endpoint is one for TLS, before the server has made it one.</summary>
    public bool IsHttps(IPEndPoint? endpoint) => endpoint is not null && all.Any(address => IsHttps(address) && address.Port == endpoint.Port);

    private static bool IsHttps(BindingAddress address) => address.Scheme.Equals(Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase);

    private static bool IsLoopback(BindingAddress address) =>
        address.IsUnixPipe
        || address.Host.Equals(Localhost, StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip));
}
