using System.Net.Sockets;
using System.Text.Json;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Files;

namespace Cryptocardium.Host.Control;

// Runs commands of operators that other processes send over a Unix socket in Data:Directory. On SQLite one process writes, so a command
// runs in the server, without a pause for it. Only the user of the server may connect.
internal sealed partial class ControlServer(
    DatabaseOptions database, IEnumerable<ServedCommand> commands, IServiceProvider services, ILogger<ControlServer> logger) : BackgroundService
{
    private const int AtOnceMax = 8;
    private const int LineBytesMax = 64 * 1_024;

    private static readonly TimeSpan FirstLine = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim free = new(AtOnceMax);
    private SocketPath? path;
    private Socket? listener;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        Listen();
        return base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        free.Dispose();
        Close();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (listener is null)
        {
            return;
        }

        var acceptor = new Acceptor(listener.AcceptAsync, LogAcceptFailed);
        try
        {
            while (true)
            {
                await free.WaitAsync(stoppingToken);
                _ = Answer(await acceptor.Accept(stoppingToken), stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            Close();
            await Idle();
        }
    }

    // The lock of the directory is held, so an existing file is left from a process that ended without removing it.
    private void Listen()
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            path = new SocketPath(Path.GetDirectoryName(Path.GetFullPath(database.ConnectionString))!);
            File.Delete(path.File);
            socket.Bind(new UnixDomainSocketEndPoint(path.Text));

            // The mode is set before Listen, and no process can connect earlier.
            PrivateFile.Restrict(path.File);
            socket.Listen(AtOnceMax);
            listener = socket;
        }
        catch (Exception exception) when (exception is SocketException or IOException or UnauthorizedAccessException or RemedyException)
        {
            // Some file systems have no sockets, and a socket's path is short. Without one, commands of operators need the server to be stopped.
            LogNoSocket(exception.Message);
            socket.Dispose();
        }
    }

    private void Close()
    {
        listener?.Dispose();
        if (path is null)
        {
            return;
        }

        try
        {
            File.Delete(path.File);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The next server deletes it.
        }

        path.Dispose();
        path = null;
    }

    // Commands in progress end at their next step, and their commits before the writers stop.
    private async Task Idle()
    {
        for (var i = 1; i < AtOnceMax; i++)
        {
            await free.WaitAsync();
        }
    }

    private async Task Answer(Socket connection, CancellationToken stoppingToken)
    {
        try
        {
            await using var stream = new NetworkStream(connection, ownsSocket: true);
            var words = await ReadWords(stream, stoppingToken);
            if (commands.FirstOrDefault(command => command.Name == words.FirstOrDefault()) is { } command)
            {
                await command.Run(services, words[1..], stream, stoppingToken);
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException or JsonException)
        {
            // The other process went away or wrote nonsense, or the server stops.
        }
#pragma warning disable CA1031 // a failed command must not stop the server; the other process sees that its command has no end
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogFailed(exception);
        }
        finally
        {
            free.Release();
        }
    }

    // Reads no byte beyond the line, since the command may read the rest.
    private static async Task<string[]> ReadWords(NetworkStream stream, CancellationToken stoppingToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        limit.CancelAfter(FirstLine);
        var line = new List<byte>();
        var next = new byte[1];
        while (line.Count < LineBytesMax && await stream.ReadAsync(next, limit.Token) == 1 && next[0] != '\n')
        {
            line.Add(next[0]);
        }

        return JsonSerializer.Deserialize<string[]>(line.ToArray()) ?? [];
    }

    [LoggerMessage(1, LogLevel.Warning, "The control socket cannot be opened, so operator commands need this server to be stopped: {Reason}")]
    private partial void LogNoSocket(string reason);

    [LoggerMessage(3, LogLevel.Warning, "The control socket accepts no connection until this ends: {Reason}")]
    private partial void LogAcceptFailed(string reason);

    [LoggerMessage(2, LogLevel.Error, "A command of an operator failed.")]
    private partial void LogFailed(Exception exception);
}
