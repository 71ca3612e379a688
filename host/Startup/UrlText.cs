namespace Cryptocardium.Host.Startup;

// Checks addresses in settings, more strictly than the web server: it would listen on all interfaces for a host that it cannot parse.
internal static class UrlText
{
    private const int PortMax = 65_535;

    /// <summary>Whether a text is a list of addresses to listen on.</summary>
    public static bool AreListened(string text) =>
        text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } all && all.All(IsListened);

    /// <summary>Whether a text is the origin of links: scheme, host and port.</summary>
    public static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && IsWeb(uri.Scheme) && uri is { PathAndQuery: "/", Fragment: "", UserInfo: "", Host.Length: > 0 };

    private static bool IsListened(string text)
    {
        try
        {
            var address = BindingAddress.Parse(text);
            return IsWeb(address.Scheme)
                && (address.IsUnixPipe || (address is { PathBase: "", Port: >= 0 and <= PortMax } && IsHost(address.Host)));
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static bool IsHost(string host) => host is "*" or "+" || Uri.CheckHostName(host) != UriHostNameType.Unknown;

    private static bool IsWeb(string scheme) =>
        scheme.Equals(Uri.UriSchemeHttp, StringComparison.OrdinalIgnoreCase) || scheme.Equals(Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase);
}
