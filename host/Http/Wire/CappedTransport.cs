using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace Cryptocardium.Host.Http.Wire;

// The socket transport of the web server, with caps on open connections.
internal sealed class CappedTransport(IOptions<SocketTransportOptions> options, ILoggerFactory loggers, ConnectionSlots slots)
    : IConnectionListenerFactory, IConnectionListenerFactorySelector
{
    private readonly SocketTransportFactory sockets = new(options, loggers);

    public bool CanBind(EndPoint endpoint) => sockets.CanBind(endpoint);

    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) =>
        new CappedListener(await sockets.BindAsync(endpoint, cancellationToken), slots);
}
