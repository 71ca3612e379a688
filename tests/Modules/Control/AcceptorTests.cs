using System.Net.Sockets;
using Cryptocardium.Host.Control;

namespace Cryptocardium.Tests.Control;

public sealed class AcceptorTests
{
    [Fact]
    public async Task A_failure_to_accept_is_reported_once_and_the_next_connection_is_accepted()
    {
        using var connection = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        var attempts = 0;
        var reasons = new List<string>();
        var acceptor = new Acceptor(
            _ => ++attempts <= 2 ? throw new SocketException((int)SocketError.TooManyOpenSockets) : new(connection), reasons.Add);

        Assert.Same(connection, await acceptor.Accept(CancellationToken.None));

        Assert.Single(reasons);
        Assert.Equal(3, attempts);
    }
}
