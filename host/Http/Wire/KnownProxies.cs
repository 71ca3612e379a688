using System.Net;
using Cryptocardium.Kernel;
using Microsoft.AspNetCore.HttpOverrides;

namespace Cryptocardium.Host.Http.Wire;

// The proxies whose X-Forwarded-For and X-Forwarded-Proto count. Anyone else could claim to be any address, so their headers are ignored.
internal sealed class KnownProxies(IConfiguration configuration)
{
    private const string AddressSetting = "ForwardedHeaders:KnownProxies";
    private const string NetworkSetting = "ForwardedHeaders:KnownNetworks";

    private static readonly char[] Separators = [',', ';', ' '];

    public IReadOnlyList<IPAddress> Addresses { get; } = [.. Values(configuration, AddressSetting).Select(text =>
        IPAddress.TryParse(text, out var address) ? Unmapped(address)
            : throw new RemedyException($"{AddressSetting} contains '{text}'; it must be a list of IP addresses, such as 10.0.0.7."))];

    public IReadOnlyList<System.Net.IPNetwork> Networks { get; } = [.. Values(configuration, NetworkSetting).Select(text =>
        System.Net.IPNetwork.TryParse(text, out var network) ? network
            : throw new RemedyException($"{NetworkSetting} contains '{text}'; it must be a list of networks, such as 10.0.0.0/8."))];

    public bool IsEmpty => Addresses.Count == 0 && Networks.Count == 0;

    public bool Contains(IPAddress address) => !IsEmpty && Holds(Unmapped(address));

    public void Configure(ForwardedHeadersOptions options)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;

        // A chain of proxies is read up to the first address that is not known.
        options.ForwardLimit = null;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var address in Addresses)
        {
            options.KnownProxies.Add(address);
        }

        foreach (var network in Networks)
        {
            options.KnownIPNetworks.Add(network);
        }
    }

    private static IPAddress Unmapped(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    // A list is one text with commas, or an array of the settings file.
    private static IEnumerable<string> Values(IConfiguration configuration, string setting)
    {
        var section = configuration.GetSection(setting);
        return section.GetChildren().Select(child => child.Value).Prepend(section.Value).SelectMany(text =>
            (text ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    private bool Holds(IPAddress address) => Addresses.Contains(address) || Networks.Any(network => network.Contains(address));
}
