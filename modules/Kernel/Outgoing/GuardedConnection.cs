using System.Net;
using System.Net.Sockets;

namespace Cryptocardium.Kernel.Outgoing;

// Connects a guarded client. The name is resolved once per connection, all of its addresses are checked, and a checked address is dialed, so
// that a second resolution (DNS rebinding) cannot change the target.
internal sealed class GuardedConnection(ResolveHost resolve, DialAddress dial, bool allowLoopback)
{
    public static async ValueTask<Stream> Dial(IPEndPoint address, CancellationToken cancellationToken)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public async ValueTask<Stream> Open(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var isPlain = context.InitialRequestMessage.RequestUri?.Scheme != Uri.UriSchemeHttps;
        var addresses = await Checked(context.DnsEndPoint.Host, isPlain, cancellationToken);
        for (var i = 0; ; i++)
        {
            try
            {
                return await dial(new IPEndPoint(addresses[i], context.DnsEndPoint.Port), cancellationToken);
            }
            catch (SocketException) when (i + 1 < addresses.Length)
            {
                // The next address may accept the connection.
            }
        }
    }

    // One forbidden address refuses the name: a mix of public and private addresses is an attack or a mistake.
    private async ValueTask<IPAddress[]> Checked(string host, bool isPlain, CancellationToken cancellationToken)
    {
        IPAddress[] addresses;
        try
        {
            addresses = IPAddress.TryParse(host.Trim('[', ']'), out var literal) ? [literal] : await resolve(host, cancellationToken);
        }
        catch (SocketException)
        {
            throw new OutgoingRefusedException(OutgoingFailure.NameUnknown);
        }

        return addresses.Length == 0 ? throw new OutgoingRefusedException(OutgoingFailure.NameUnknown)
            : Array.TrueForAll(addresses, address => IsAllowed(address, isPlain)) ? addresses
            : throw new OutgoingRefusedException(OutgoingFailure.AddressRefused);
    }

    private bool IsAllowed(IPAddress address, bool isPlain) =>
        (allowLoopback && PublicAddress.IsLoopback(address)) || (!isPlain && PublicAddress.Is(address));
}
