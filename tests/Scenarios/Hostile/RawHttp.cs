using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Cryptocardium.Tests.Scenarios.Hostile;

// Sends bytes over a socket, because client libraries repair invalid requests.
internal static class RawHttp
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <returns>The first response; empty when the server closed without one.</returns>
    public static async Task<(string Head, string Body)> Exchange(Uri server, byte[] request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.Port);
        var stream = client.GetStream();
        using var limit = new CancellationTokenSource(Patience);
        var sending = stream.WriteAsync(request, limit.Token).AsTask();
        var answer = await Read(stream, request.AsSpan().StartsWith("HEAD "u8), limit.Token);

        // The server does not read the rest of a request that it refused early.
        await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return answer;
    }

    public static Task<(string Head, string Body)> Exchange(Uri server, string request) => Exchange(server, Encoding.Latin1.GetBytes(request));

    private static async Task<(string Head, string Body)> Read(NetworkStream stream, bool isHead, CancellationToken cancellationToken)
    {
        var bytes = new List<byte>();
        var buffer = new byte[8_192];
        while (true)
        {
            var text = Encoding.Latin1.GetString([.. bytes]);
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end >= 0 && !isHead && text.Length - end - 4 >= Length(text[..end]))
            {
                return (text[..end], text[(end + 4)..]);
            }

            var read = await stream.ReadAsync(buffer, cancellationToken);
            if (read == 0)
            {
                return end < 0 ? (text, "") : (text[..end], text[(end + 4)..]);
            }

            bytes.AddRange(buffer.AsSpan(0, read));
        }
    }

    private static int Length(string head)
    {
        const string name = "Content-Length: ";
        var at = head.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? int.MaxValue : int.Parse(head.AsSpan(at + name.Length).ToString().Split('\r')[0], CultureInfo.InvariantCulture);
    }
}
