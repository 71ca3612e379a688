using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Cryptocardium.Modules.Tests.Kernel;

/// <summary>A server that answers every connection with the same bytes, and says what it was asked.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task serving;
    private readonly byte[]? answer;

    /// <param name="answer">The bytes; null to say nothing and keep the connection open.</param>
    public LoopbackServer(string? answer)
    {
        this.answer = answer is null ? null : Encoding.ASCII.GetBytes(answer);
        listener.Start();
        serving = Serve();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public Uri Url => new($"http://127.0.0.1:{Port}/hook");

    public List<string> Asked { get; } = [];

    public TaskCompletionSource FirstAsked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static string Ok(string body, string headers = "") =>
        $"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n{headers}Content-Length: {body.Length}\r\n\r\n{body}";

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await serving;
        listener.Stop();
        stop.Dispose();
    }

    private async Task Serve()
    {
        var open = new List<TcpClient>();
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stop.Token);
                open.Add(client);
                var buffer = new byte[16_384];
                var count = await client.GetStream().ReadAsync(buffer, stop.Token);
                Asked.Add(Encoding.ASCII.GetString(buffer, 0, count));
                FirstAsked.TrySetResult();
                if (answer is not null)
                {
                    await client.GetStream().WriteAsync(answer, stop.Token);
                }
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or IOException)
        {
            // The test is over.
        }

        open.ForEach(client => client.Dispose());
    }
}
