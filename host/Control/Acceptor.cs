using System.Net.Sockets;

namespace Cryptocardium.Host.Control;

// Accepts connections, and goes on after a failure, such as a process without free descriptors.
/// <param name="accept">Accepts one connection.</param>
/// <param name="failed">Called with the reason when a series of failures begins.</param>
internal sealed class Acceptor(Func<CancellationToken, ValueTask<Socket>> accept, Action<string> failed)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task<Socket> Accept(CancellationToken cancellationToken)
    {
        var isFailing = false;
        while (true)
        {
            try
            {
                return await accept(cancellationToken);
            }
            catch (SocketException exception)
            {
                if (!isFailing)
                {
                    failed(exception.Message);
                }

                isFailing = true;
                await Task.Delay(Pause, TimeProvider.System, cancellationToken);
            }
        }
    }
}
