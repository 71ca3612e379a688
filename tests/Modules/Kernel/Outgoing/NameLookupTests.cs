using System.Net;
using System.Net.Sockets;
using Cryptocardium.Kernel.Outgoing;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Modules.Tests.Kernel;

public sealed class NameLookupTests
{
    private const string Public = "93.184.215.14";

    [Fact]
    public async Task The_checked_address_is_dialed_and_the_name_is_looked_up_once()
    {
        var net = new Net([Public], ["127.0.0.1"]);
        Assert.Equal(OutgoingFailure.ConnectionFailed, await net.Ask());
        Assert.Equal(1, net.Lookups);
        Assert.Equal([$"{Public}:443"], net.Dialed);
    }

    // DNS rebinding: the name answers with a public address first, and with a private one when it is asked again.
    [Fact]
    public async Task A_name_that_turns_private_is_refused_at_its_next_connection()
    {
        var net = new Net([Public], ["10.0.0.1"]);
        await net.Ask();
        Assert.Equal(OutgoingFailure.AddressRefused, await net.Ask());
        Assert.Equal([$"{Public}:443"], net.Dialed);
    }

    [Theory]
    [InlineData(Public, "127.0.0.1")]
    [InlineData("10.0.0.1", Public)]
    [InlineData(Public, "::ffff:8.8.8.8")]
    public async Task One_forbidden_address_refuses_the_name(string first, string second)
    {
        var net = new Net([first, second]);
        Assert.Equal(OutgoingFailure.AddressRefused, await net.Ask());
        Assert.Empty(net.Dialed);
    }

    [Fact]
    public async Task A_checked_address_that_does_not_answer_is_followed_by_the_next()
    {
        var net = new Net([Public, "2606:4700:4700::1111"]);
        Assert.Equal(OutgoingFailure.ConnectionFailed, await net.Ask());
        Assert.Equal([$"{Public}:443", "[2606:4700:4700::1111]:443"], net.Dialed);
    }

    [Fact]
    public async Task A_name_without_an_address_is_unknown()
    {
        Assert.Equal(OutgoingFailure.NameUnknown, await new Net([]).Ask());
        Assert.Equal(OutgoingFailure.NameUnknown, await new Net().Ask());
    }

    // Answers each look-up of a name with the next addresses, and none when there are no more. No address answers.
    private sealed class Net(params string[][] answers)
    {
        public int Lookups { get; private set; }

        public List<string> Dialed { get; } = [];

        public async Task<OutgoingFailure?> Ask()
        {
            await using var provider = Build();
            using var request = new HttpRequestMessage(HttpMethod.Get, "https://hooks.example.com/");
            return (await provider.GetRequiredKeyedService<OutgoingClient>("test").Send(request, CancellationToken.None)).Failure;
        }

        private ServiceProvider Build() => new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<ResolveHost>((_, _) => Lookups < answers.Length
                ? Task.FromResult(Array.ConvertAll(answers[Lookups++], IPAddress.Parse))
                : throw new SocketException((int)SocketError.HostNotFound))
            .AddSingleton<DialAddress>((address, _) =>
            {
                Dialed.Add($"{address}");
                throw new SocketException((int)SocketError.ConnectionRefused);
            })
            .AddOutgoingClient("test", new OutgoingLimits { TotalTime = TimeSpan.FromSeconds(10), BodyBytesMax = 4_096 })
            .BuildServiceProvider();
    }
}
