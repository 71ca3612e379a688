using System.Net;
using System.Net.Sockets;

namespace Cryptocardium.Tests.Scenarios.Connections;

// Connections that each send half of a request head.
internal sealed class SlowCrowd : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly byte[] Half = "GET /v1/status HTTP/1.1\r\nHost: x\r\n"u8.ToArray();
    private static readonly byte[] Whole = "GET /v1/status HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"u8.ToArray();

    private readonly List<Socket> sockets = [];

    public static async Task<SlowCrowd> Connect(Uri server, int count, params string[] addresses)
    {
        var crowd = new SlowCrowd();
        for (var i = 0; i < count; i++)
        {
            var socket = From(addresses[i % addresses.Length]);
            crowd.sockets.Add(socket);
            await TrySend(socket, server, Half);
        }

        return crowd;
    }

    /// <summary>Waits until an address gets a response.</summary>
    public static async Task WaitUntilServed(Uri server, string address)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            using var socket = From(address);
            if (await TrySend(socket, server, Whole) && await Read(socket, limit.Token) > 0)
            {
                return;
            }

            await Task.Delay(Pause, limit.Token);
        }
    }

    /// <summary>Counts the connections that the server has not closed, once it has accepted or closed all of them.</summary>
    public async Task<int> CountOpen()
    {
        var (last, open) = (-1, sockets.Count(IsOpen));
        while (open != last)
        {
            await Task.Delay(4 * Pause);
            (last, open) = (open, sockets.Count(IsOpen));
        }

        return open;
    }

    public ValueTask DisposeAsync()
    {
        sockets.ForEach(socket => socket.Dispose());
        return default;
    }

    private static Socket From(string address)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Parse(address), 0));
        return socket;
    }

    private static async Task<bool> TrySend(Socket socket, Uri server, byte[] bytes)
    {
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, server.Port);
            await socket.SendAsync(bytes);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static async Task<int> Read(Socket socket, CancellationToken cancellationToken)
    {
        try
        {
            return await socket.ReceiveAsync(new byte[1], cancellationToken);
        }
        catch (SocketException)
        {
            return 0;
        }
    }

    // A closed connection is readable and has no bytes, or has failed.
    private static bool IsOpen(Socket socket)
    {
        try
        {
            return socket.Connected && !(socket.Poll(0, SelectMode.SelectRead) && socket.Available == 0);
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
