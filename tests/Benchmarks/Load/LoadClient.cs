using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Cryptocardium.Benchmarks.Load;

// Sends prepared requests over plain sockets, one at a time on each connection. HttpClient would cost more than what it
// measures, on the same two cores.
internal sealed class LoadClient(Uri server, Func<int, long, byte[]> request)
{
    private const int BufferBytes = 16 * 1024;
    private const int LatencySamples = 1 << 20;

    // As fast as the server answers.
    public Task<LoadResult> Run(int connections, TimeSpan duration) => Run(connections, duration, _ => Pace.AsFastAsPossible);

    // So many a second altogether, spread evenly. What comes late because an answer was late counts as waiting.
    public Task<LoadResult> Run(int connections, TimeSpan duration, double perSecond) =>
        Run(connections, duration, connection => Pace.Every(connections / perSecond, connection / perSecond));

    private async Task<LoadResult> Run(int connections, TimeSpan duration, Func<int, Pace> pace)
    {
        var deadline = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var start = Stopwatch.GetTimestamp();
        var runs = await Task.WhenAll(Enumerable.Range(0, connections).Select(connection => Drive(connection, deadline, pace(connection))));
        return new LoadResult(Stopwatch.GetElapsedTime(start), [.. runs.SelectMany(run => run)]);
    }

    private async Task<List<long>> Drive(int connection, long deadline, Pace pace)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, server.Port));
        var buffer = new byte[BufferBytes];
        var latencies = new List<long>();
        for (long i = 0; Stopwatch.GetTimestamp() < deadline; i++)
        {
            var begin = await pace.Next();
            await socket.SendAsync(request(connection, i), SocketFlags.None);
            await Receive(socket, buffer);
            if (latencies.Count < LatencySamples)
            {
                latencies.Add(Stopwatch.GetTimestamp() - begin);
            }
        }

        return latencies;
    }

    private static async ValueTask Receive(Socket socket, byte[] buffer)
    {
        var filled = 0;
        while (true)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(filled), SocketFlags.None);
            if (read == 0)
            {
                throw new IOException("The server closed the connection.");
            }

            filled += read;
            if (ResponseLength(buffer.AsSpan(0, filled)) is { } length && filled >= length)
            {
                return;
            }
        }
    }

    // Null until the header section is complete. Anything but success ends the run: a fast refusal is no result.
    private static int? ResponseLength(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return null;
        }

        if (bytes[9] != (byte)'2')
        {
            throw new IOException("Not a success: " + System.Text.Encoding.UTF8.GetString(bytes));
        }

        var head = bytes[..end];
        var at = head.IndexOf("Content-Length: "u8);
        if (at < 0)
        {
            throw new IOException("A response without Content-Length: " + System.Text.Encoding.UTF8.GetString(bytes));
        }

        _ = System.Buffers.Text.Utf8Parser.TryParse(head[(at + 16)..], out int length, out int _);
        return end + 4 + length;
    }
}
