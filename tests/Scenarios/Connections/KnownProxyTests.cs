using System.Net;
using Cryptocardium.Kernel.Data;
using Xunit;

namespace Cryptocardium.Tests.Scenarios.Connections;

// Callers behind a proxy. The proxy of the tests is this process, so its address is that of the loopback.
public sealed class KnownProxyTests
{
    private const int PerSecond = 20;
    private const string Proxy = "--ForwardedHeaders:KnownProxies=127.0.0.1";
    private const string Network = "--ForwardedHeaders:KnownNetworks=127.0.0.0/8";

    [Theory]
    [InlineData(Proxy)]
    [InlineData(Network)]
    public async Task Callers_behind_a_known_proxy_have_limits_of_their_own(string setting)
    {
        await using var host = await TestHost.Start(Engine.Sqlite, "--RateLimits:Scale=1", setting);

        Assert.Equal(PerSecond, await Passed(host, "192.0.2.1"));
        Assert.Equal(PerSecond, await Passed(host, "192.0.2.2"));

        // The proxy appends the address that it saw; the caller may have sent the others.
        Assert.Equal(0, await Passed(host, "198.51.100.7, 192.0.2.1"));
        Assert.Equal(PerSecond, await Passed(host, "192.0.2.1, 2001:db8::1"));
    }

    [Fact]
    public async Task A_chain_of_known_proxies_is_read_up_to_the_caller()
    {
        await using var host = await TestHost.Start(Engine.Sqlite, "--RateLimits:Scale=1", Proxy, "--ForwardedHeaders:KnownNetworks=10.0.0.0/8");

        Assert.Equal(PerSecond, await Passed(host, "192.0.2.1, 10.0.0.7"));
        Assert.Equal(0, await Passed(host, "192.0.2.1"));
    }

    [Theory]
    [InlineData("--ForwardedHeaders:KnownProxies=")]
    [InlineData("--ForwardedHeaders:KnownProxies=192.0.2.9")]
    public async Task The_header_of_anyone_else_is_ignored(string setting)
    {
        await using var host = await TestHost.Start(Engine.Sqlite, "--RateLimits:Scale=1", setting);

        Assert.Equal(PerSecond, await Passed(host, "192.0.2.1"));
        Assert.Equal(0, await Passed(host, "192.0.2.2"));
    }

    // Time stands still, so no call leaves the window.
    private static async Task<int> Passed(TestHost host, string forwardedFor)
    {
        var passed = 0;
        for (var call = 0; call < PerSecond + 1; call++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/status");
            request.Headers.TryAddWithoutValidation("X-Forwarded-For", forwardedFor);
            passed += (await host.Anonymous.Send(request)).Status == HttpStatusCode.OK ? 1 : 0;
        }

        return passed;
    }
}
