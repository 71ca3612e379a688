using System.Net.Sockets;
using System.Text.Json;
using Cryptocardium.Kernel;

namespace Cryptocardium.Host.Control;

// Sends a command to the server that holds a data directory.
internal static class ControlClient
{
    /// <summary>Opens a connection whose first line is the command.</summary>
    /// <param name="directory">The server's Data:Directory.</param>
    /// <param name="words">The name of a <see cref="ServedCommand"/> and its words.</param>
    /// <param name="cancellationToken">Cancels connecting.</param>
    /// <returns>The connection; null if no server listens.</returns>
    public static async Task<Stream?> Open(string directory, string[] words, CancellationToken cancellationToken)
    {
        using var path = new SocketPath(directory);
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path.Text), cancellationToken);
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.AccessDenied)
        {
            socket.Dispose();
            throw new RemedyException($"{path.File} belongs to another user; run the command as the user of the server.");
        }
        catch (SocketException)
        {
            socket.Dispose();
            return null;
        }

        var stream = new NetworkStream(socket, ownsSocket: true);
        try
        {
            await stream.WriteAsync((byte[])[.. JsonSerializer.SerializeToUtf8Bytes(words), (byte)'\n'], cancellationToken);
            return stream;
        }
        catch (IOException)
        {
            // The server stops and has not received the whole line.
            await stream.DisposeAsync();
            return null;
        }
    }

    /// <summary>Runs a command that writes text.</summary>
    /// <returns>Its exit code; null if no server listens.</returns>
    public static async Task<int?> Run(string directory, string[] words, TextWriter output, CancellationToken cancellationToken)
    {
        await using var stream = await Open(directory, words, cancellationToken);
        return stream is null ? null
            : await Copy(stream, output, cancellationToken)
                ?? throw new RemedyException(
                    "The server did not finish the command; read its log and the audit entries before you run the command again.");
    }

    private static async Task<int?> Copy(Stream stream, TextWriter output, CancellationToken cancellationToken)
    {
        try
        {
            return await ControlLines.Copy(stream, output, cancellationToken);
        }
        catch (IOException exception) when (exception.InnerException is SocketException)
        {
            return null;
        }
    }
}
