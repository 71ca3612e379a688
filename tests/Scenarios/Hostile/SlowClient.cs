using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Cryptocardium.Tests.Scenarios.Hostile;

// A client that never completes its request and waits until the server closes the connection.
internal static class SlowClient
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    // Shorter than any unscaled timeout, so an end within this time shows a shortened one.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);

    /// <summary>Sends the first part, and then a small part repeatedly.</summary>
    /// <returns>The bytes received until the server closed the connection.</returns>
    public static async Task<string> Dribble(Uri server, string first, string then)
    {
        using var limit = new CancellationTokenSource(Patience);
        using var client = await Connect(server, limit.Token);
        var stream = client.GetStream();
        var reading = ReadToEnd(stream, limit.Token);
        var next = first;
        while (!reading.IsCompleted)
        {
            await TrySend(stream, next, limit.Token);
            await Task.WhenAny(reading, Task.Delay(Pause, limit.Token));
            next = then;
        }

        return await reading;
    }

    /// <summary>Sends a request and reads nothing; returns when the server has closed the connection.</summary>
    public static async Task NeverRead(Uri server, string request)
    {
        using var limit = new CancellationTokenSource(Patience);
        using var client = await Connect(server, limit.Token);
        var stream = client.GetStream();
        for (var next = request; await TrySend(stream, next, limit.Token); next = "\r\n")
        {
            await Task.Delay(Pause, limit.Token);
        }
    }

    private static async Task<TcpClient> Connect(Uri server, CancellationToken cancellationToken)
    {
        var client = new TcpClient { ReceiveBufferSize = 4_096, NoDelay = true };
        await client.ConnectAsync(IPAddress.Loopback, server.Port, cancellationToken);
        return client;
    }

    private static async Task<bool> TrySend(NetworkStream stream, string text, CancellationToken cancellationToken)
    {
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(text), cancellationToken);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static async Task<string> ReadToEnd(NetworkStream stream, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var buffer = new byte[4_096];
        try
        {
            while (await stream.ReadAsync(buffer, cancellationToken) is var read and > 0)
            {
                text.Append(Encoding.Latin1.GetString(buffer, 0, read));
            }
        }
        catch (IOException)
        {
            // The server closed the connection while the client was sending.
        }

        return text.ToString();
    }
}
