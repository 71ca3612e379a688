using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Cryptocardium.Tests;

/// <summary>The product as a process of its own, so that a test can kill it as a power cut would.</summary>
public sealed partial class ServerProcess : IDisposable
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
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, WorkingDirectory = database.Directory };
        string[] all =
        [
            Path.Combine(AppContext.BaseDirectory, "Cryptocardium.Host.dll"),
            "--Urls=http://127.0.0.1:0", "--RateLimits:Scale=100000", "--Logging:LogLevel:Default=Error", .. database.Arguments, .. arguments,
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
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is not { } text)
            {
                address.TrySetException(new InvalidOperationException($"It stopped before it was ready: {string.Join('\n', output)}"));
                return;
            }

            output.Enqueue(text);
            if (ReadyAt().Match(text) is { Success: true } ready)
            {
                address.TrySetResult(new Uri(ready.Groups["address"].Value));
            }
        };
        process.BeginOutputReadLine();
        try
        {
            var server = await address.Task.WaitAsync(StartLimit);
            await WaitUntilReady(server);
            return new ServerProcess(process, server, output);
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
            throw;
        }
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

    private static async Task WaitUntilReady(Uri server)
    {
        using var http = new HttpClient { BaseAddress = server };
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < StartLimit)
        {
            using var response = await http.GetAsync("/readyz");
            if (response.IsSuccessStatusCode)
            {
                return;
            }

            await Task.Delay(Pause);
        }

        throw new TimeoutException($"{server} listens and is not ready.");
    }

    // What the product writes once it listens; with logs for programs, in a line of those.
    [GeneratedRegex(@"Cryptocardium is ready at (?<address>http://127\.0\.0\.1:[0-9]+)")]
    private static partial Regex ReadyAt();
}
