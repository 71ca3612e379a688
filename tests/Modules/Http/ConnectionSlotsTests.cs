using System.Net;
using Cryptocardium.Host.Http.Wire;
using Cryptocardium.Kernel;
using Cryptocardium.Tests;
using Microsoft.Extensions.Configuration;

namespace Cryptocardium.Modules.Tests.Http;

public sealed class ConnectionSlotsTests : IDisposable
{
    private readonly TestMeters meters = new();

    [Theory]
    [InlineData(64, 32)]
    [InlineData(1_024, 640)]
    [InlineData(4_096, 3_712)]
    [InlineData(1_048_576, 16_384)]
    [InlineData(null, 16_384)]
    public void The_default_cap_leaves_descriptors_for_everything_else(int? descriptors, int expected) =>
        Assert.Equal(expected, ConnectionCaps.DefaultMax(descriptors));

    [Theory]
    [InlineData("", 256)]
    [InlineData("1", 1)]
    [InlineData("100", 50)]
    [InlineData("10000", 256)]
    public void One_address_has_half_of_few_connections_and_256_of_many(string max, int expected) =>
        Assert.Equal(expected, ConnectionCaps.Of(Settings(("Connections:Max", max))).MaxPerAddress);

    [Fact]
    public void Connections_of_an_address_beyond_its_cap_are_refused_and_counted_until_one_closes()
    {
        var slots = new ConnectionSlots(new ConnectionCaps(10, 2), new KnownProxies(Settings()), meters);
        var first = Open(slots, "192.0.2.1");
        Assert.NotNull(first);
        Assert.NotNull(Open(slots, "::ffff:192.0.2.1"));

        Assert.Null(Open(slots, "192.0.2.1"));
        Assert.NotNull(Open(slots, "192.0.2.2"));
        Assert.Equal([1], meters.Of("connections.refused"));

        first.Dispose();
        first.Dispose();
        Assert.NotNull(Open(slots, "192.0.2.1"));
        Assert.Null(Open(slots, "192.0.2.1"));
    }

    [Fact]
    public void A_known_proxy_has_no_cap_of_its_own_and_counts_towards_all()
    {
        var slots = new ConnectionSlots(
            new ConnectionCaps(5, 2), new KnownProxies(Settings(("ForwardedHeaders:KnownNetworks", "10.0.0.0/8"))), meters);

        Assert.All(Enumerable.Range(0, 5), _ => Assert.NotNull(Open(slots, "10.1.2.3")));
        Assert.Null(Open(slots, "10.1.2.3"));
        Assert.Null(Open(slots, "192.0.2.1"));
    }

    [Fact]
    public void Proxies_are_lists_of_addresses_and_networks_and_nothing_else()
    {
        var proxies = new KnownProxies(Settings(
            ("ForwardedHeaders:KnownProxies", "192.0.2.1, 2001:db8::1"),
            ("ForwardedHeaders:KnownNetworks:0", "10.0.0.0/8"), ("ForwardedHeaders:KnownNetworks:1", "fd00::/8")));
        string[] known = ["192.0.2.1", "::ffff:192.0.2.1", "2001:db8::1", "fd12::1"];
        string[] unknown = ["192.0.2.2", "11.0.0.1", "fc00::1"];
        Assert.All(known, address => Assert.True(proxies.Contains(IPAddress.Parse(address)), address));
        Assert.All(unknown, address => Assert.False(proxies.Contains(IPAddress.Parse(address)), address));
        Assert.False(new KnownProxies(Settings()).Contains(IPAddress.Loopback));
        Assert.Throws<RemedyException>(() => new KnownProxies(Settings(("ForwardedHeaders:KnownProxies", "proxy.example.com"))));
        Assert.Throws<RemedyException>(() => new KnownProxies(Settings(("ForwardedHeaders:KnownNetworks", "10.0.0.0/99"))));
    }

    public void Dispose() => meters.Dispose();

    private static ConnectionSlot? Open(ConnectionSlots slots, string address) => slots.TryAcquire(IPAddress.Parse(address));

    private static IConfiguration Settings(params (string Name, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build();
}
