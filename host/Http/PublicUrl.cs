using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Cryptocardium.Host.Http;

// The address under which clients reach this server, for absolute links in answers: the setting PublicUrl, or else the address that the
// server listens on.
internal sealed class PublicUrl(IConfiguration configuration, Func<IServer?> server)
{
    private const string Setting = "PublicUrl";

    private string? origin;

    /// <summary>Scheme, host and port, without a trailing slash.</summary>
    public string Origin => origin ??= (configuration[Setting] is { Length: > 0 } set ? set : Listening()).TrimEnd('/');

    // A wildcard is no address that a client could open.
    private string Listening() =>
        server()?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address
            ? address.Replace("*", "localhost", StringComparison.Ordinal)
                .Replace("+", "localhost", StringComparison.Ordinal)
                .Replace("0.0.0.0", "localhost", StringComparison.Ordinal)
                .Replace("[::]", "localhost", StringComparison.Ordinal)
            : "";
}
