using System.Net.Sockets;
using Cryptocardium.Host.Control;
using Cryptocardium.Kernel;

namespace Cryptocardium.Tests.Control;

public sealed class ControlClientTests : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("cryptocardium-socket-");

    // A server that ends with an unread command resets the connection.
    [Fact]
    public async Task A_server_that_ends_during_a_command_is_one_sentence()
    {
        using var path = new SocketPath(directory.FullName);
        using var server = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        server.Bind(new UnixDomainSocketEndPoint(path.Text));
        server.Listen();
        using var output = new StringWriter();

        var running = ControlClient.Run(directory.FullName, ["operator"], output, CancellationToken.None);
        using (var connection = await server.AcceptAsync())
        {
            await connection.ReceiveAsync(new byte[1], SocketFlags.Peek);
        }

        var failure = await Assert.ThrowsAsync<RemedyException>(() => running);
        Assert.StartsWith("The server did not finish the command;", failure.Message, StringComparison.Ordinal);
        Assert.Equal("", output.ToString());
    }

    [Fact]
    public async Task A_directory_without_a_server_has_no_connection()
    {
        using var output = new StringWriter();

        Assert.Null(await ControlClient.Run(directory.FullName, ["operator"], output, CancellationToken.None));
    }

    [Fact]
    public void A_temporary_directory_that_was_cleaned_meanwhile_does_not_matter()
    {
        var path = new SocketPath(Directory.CreateDirectory(Path.Combine(directory.FullName, new string('d', 200))).FullName);
        Directory.Delete(Path.GetDirectoryName(Path.GetDirectoryName(path.Text))!, recursive: true);

        path.Dispose();
    }

    public void Dispose() => directory.Delete(recursive: true);
}
