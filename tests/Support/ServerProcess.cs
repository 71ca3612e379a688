using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Cryptocardium.Tests;

/// <summary>The product as a process of its own, so that a test can kill it as a power cut would.</summary>
public sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly Process process;
    private readonly ConcurrentQueue<string> output;

    private ServerProcess(Process process, Uri server, ConcurrentQueue<string> output)
    {
        this.process = process;
        this.output = output;
        Server = server;
    }

    /// <summary>Where it listens.</summary>
    public Uri Server { get; }

    /// <summary>The lines that it wrote to its standard output; all of them once it has stopped.</summary>
    public IReadOnlyList<string> Output => [.. output];

    /// <summary>What it holds in memory, in bytes.</summary>
    public long MemoryBytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>Starts it and waits until it answers.</summary>
    public static Task<ServerProcess> Start(TestDatabase database, params string[] arguments) =>
        Start(database, new Dictionary<string, string>(), arguments);

    /// <summary>The same, with variables in its environment.</summary>
    public static async Task<ServerProcess> Start(
        TestDatabase database, IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        var server = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}"));
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, WorkingDirectory = database.Directory };
        string[] all =
        [
            Path.Combine(AppContext.BaseDirectory, "Cryptocardium.Host.dll"),
            $"--Urls={server}", "--RateLimits:Scale=100000", "--Logging:LogLevel:Default=Error", .. database.Arguments, .. arguments,
        ];
        foreach (var argument in all)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        var output = new ConcurrentQueue<string>();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { } text)
            {
                output.Enqueue(text);
            }
        };
        process.BeginOutputReadLine();
        await WaitUntilReady(process, server);
        return new ServerProcess(process, server, output);
    }

    /// <summary>SIGKILL: nothing is flushed, closed or said goodbye to.</summary>
    public void Kill()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }

    /// <summary>SIGTERM: it is asked to stop.</summary>
    public void Terminate() => Signal("TERM");

    /// <summary>Waits until it has stopped.</summary>
    public async Task<int> ExitCode()
    {
        using var limit = new CancellationTokenSource(StartLimit);
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    /// <summary>SIGSTOP: it is alive, holds what it holds, and does nothing more.</summary>
    public void Freeze() => Signal("STOP");

    /// <summary>SIGCONT: it goes on as if no time had passed.</summary>
    public void Thaw() => Signal("CONT");

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!process.HasExited)
        {
            Kill();
        }

        process.Dispose();
    }

    private void Signal(string name)
    {
        string[] arguments = [$"-{name}", process.Id.ToString(CultureInfo.InvariantCulture)];
        using var kill = Process.Start("kill", arguments);
        kill.WaitForExit();
        if (kill.ExitCode != 0)
        {
            throw new InvalidOperationException($"kill -{name} exited with {kill.ExitCode}.");
        }
    }

    private static async Task WaitUntilReady(Process process, Uri server)
    {
        using var http = new HttpClient { BaseAddress = server };
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var response = await http.GetAsync("/readyz");
                if (response.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException) when (!process.HasExited && watch.Elapsed < StartLimit)
            {
                // Not listening yet.
            }

            await Task.Delay(Pause);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
