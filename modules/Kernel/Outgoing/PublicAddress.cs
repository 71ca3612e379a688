using System.Net;
using System.Net.Sockets;

namespace Cryptocardium.Kernel.Outgoing;

/// <summary>Distinguishes public addresses from those that a request to a foreign host must never reach.</summary>
public static class PublicAddress
{
    // The registries of special-purpose addresses: IANA, RFC 6890 and its updates.
    private static readonly IPNetwork[] SpecialV4 = Networks(
        "0.0.0.0/8", // this network, unspecified
        "10.0.0.0/8", // private
        "100.64.0.0/10", // carrier-grade NAT
        "127.0.0.0/8", // loopback
        "169.254.0.0/16", // link-local, metadata services of clouds
        "172.16.0.0/12", // private
        "192.0.0.0/24", // protocol assignments
        "192.0.2.0/24", // documentation
        "192.31.196.0/24", // AS112
        "192.52.193.0/24", // AMT
        "192.88.99.0/24", // 6to4 relays
        "192.168.0.0/16", // private
        "192.175.48.0/24", // AS112
        "198.18.0.0/15", // benchmarking
        "198.51.100.0/24", // documentation
        "203.0.113.0/24", // documentation
        "224.0.0.0/4", // multicast
        "240.0.0.0/4"); // reserved, broadcast

    // Only this block is public: loopback, unspecified, NAT64, unique local, link-local and multicast addresses are outside of it.
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] SpecialV6 = Networks(
        "2001::/23", // protocol assignments: Teredo, benchmarking, ORCHID
        "2001:db8::/32", // documentation
        "2002::/16", // 6to4
        "2620:4f:8000::/48", // AS112
        "3fff::/20"); // documentation

    /// <summary>Whether the address is public.</summary>
    public static bool Is(IPAddress address) => address.AddressFamily switch
    {
        AddressFamily.InterNetwork => !Array.Exists(SpecialV4, network => network.Contains(address)),
        // IPNetwork treats an IPv4-mapped address as its IPv4 address for every network.
        AddressFamily.InterNetworkV6 => !address.IsIPv4MappedToIPv6
            && GlobalUnicast.Contains(address) && !Array.Exists(SpecialV6, network => network.Contains(address)),
        _ => false,
    };

    /// <summary>Whether the address is a loopback address, not mapped from the other family.</summary>
    public static bool IsLoopback(IPAddress address) => !address.IsIPv4MappedToIPv6 && IPAddress.IsLoopback(address);

    private static IPNetwork[] Networks(params string[] prefixes) => Array.ConvertAll(prefixes, IPNetwork.Parse);
}
