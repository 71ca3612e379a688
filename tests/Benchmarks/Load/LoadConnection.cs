using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Cryptocardium.Benchmarks.Load;

// A connection with at most one outstanding request.
internal sealed class LoadConnection : IDisposable
{
    private const int BufferBytes = 64 * 1024;

    private readonly Func<long, byte[]> request;
    private readonly Pace pace;
    private readonly byte[] buffer = new byte[BufferBytes];
    private long sent;
    private long begin;
    private long freeSince = Stopwatch.GetTimestamp();
    private int filled;

    public LoadConnection(int port, Func<long, byte[]> request, Pace pace)
    {
        (this.request, this.pace) = (request, pace);
        Socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        Socket.Connect(new IPEndPoint(IPAddress.Loopback, port));
    }

    public Socket Socket { get; }

    public bool IsWaiting { get; private set; }

    public TimeSpan Rest(long now) => pace.Rest(now);

    public void Send(long now)
    {
        begin = pace.Begin(freeSince, now);
        Socket.Send(request(sent++));
        (filled, IsWaiting) = (0, true);
    }

    /// <summary>Reads the available bytes.</summary>
    /// <returns>The latency once the response is complete; null before.</returns>
    public long? Receive()
    {
        var read = Socket.Receive(buffer.AsSpan(filled));
        if (read == 0)
        {
            throw new IOException("The server closed the connection.");
        }

        filled += read;
        if (ResponseLength(buffer.AsSpan(0, filled)) is not { } length || filled < length)
        {
            return null;
        }

        IsWaiting = false;
        freeSince = Stopwatch.GetTimestamp();
        return freeSince - begin;
    }

    public void Dispose() => Socket.Dispose();

    // Null until the header section is complete. Any status but success ends the run, because a fast refusal is no result.
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
