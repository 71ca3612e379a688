using System.Net;
using Microsoft.AspNetCore.Connections;

namespace Cryptocardium.Host.Http.Wire;

// Closes connections beyond the caps before it accepts the next one, so that their descriptors never add up. The web server's own limit acts
// later, on the thread pool, when a burst has already taken all descriptors. Connections of this machine that are no IP connections are the
// operator's and are not counted.
internal sealed class CappedListener(IConnectionListener inner, ConnectionSlots slots) : IConnectionListener
{
    public EndPoint EndPoint => inner.EndPoint;

    public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
    {
        while (await inner.AcceptAsync(cancellationToken) is { } connection)
        {
            if (connection.RemoteEndPoint is not IPEndPoint remote)
            {
                return connection;
            }

            if (slots.TryAcquire(remote.Address) is { } slot)
            {
                connection.Features.Set(slot.SameAddress);
                return new CappedConnection(connection, slot);
            }

            connection.Abort();
            await connection.DisposeAsync();
        }

        return null;
    }

    public ValueTask UnbindAsync(CancellationToken cancellationToken = default) => inner.UnbindAsync(cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
