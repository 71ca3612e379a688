using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Cryptocardium.Tests;

/// <summary>Runs the product in a process of its own, so that a test can kill it without warning.</summary>
public sealed partial class ServerProcess : IDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>The variable that limits the open files of the process, as <c>ulimit -n</c> does. It is not passed on.</summary>
    public const string Descriptors = "ulimit -n";

    private readonly Process process;
    private readonly ConcurrentQueue<string> output;

    private ServerProcess(Process process, Uri server, ConcurrentQueue<string> output)
    {
        this.process = process;
        this.output = output;
        Server = server;
    }

    /// <summary>The address that it listens on.</summary>
    public Uri Server { get; }

    /// <summary>Lines of its standard output; complete once the process has stopped.</summary>
    public IReadOnlyList<string> Output => [.. output];

    /// <summary>Resident memory in bytes.</summary>
    public long MemoryBytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>Starts the process and waits until it is ready.</summary>
    public static Task<ServerProcess> Start(TestDatabase database, params string[] arguments) =>
        Start(database, new Dictionary<string, string>(), arguments);

    /// <summary>Starts the process with environment variables.</summary>
    public static async Task<ServerProcess> Start(
        TestDatabase database, IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        var descriptors = variables.GetValueOrDefault(Descriptors);
        var start = new ProcessStartInfo(descriptors is null ? "dotnet" : "sh") { RedirectStandardOutput = true, WorkingDirectory = database.Directory };
        string[] all =
        [
            .. descriptors is null ? (string[])[] : ["-c", $"trap '' XFSZ; ulimit -n {descriptors}; exec dotnet \"$@\"", "sh"],
            Path.Combine(AppContext.BaseDirectory, "Cryptocardium.Host.dll"),
            "--Urls=http://127.0.0.1:0", "--PublicUrl=https://api.cryptocardium.com", "--RateLimits:Scale=100000",
            "--Connections:MaxPerAddress=16384", "--Treasury:SimulatedBlockSeconds=0", "--Logging:LogLevel:Default=Error", .. database.Arguments, .. arguments,
        ];
        foreach (var argument in all)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in variables.Where(variable => variable.Key != Descriptors))
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

    /// <summary>Sends SIGKILL: nothing is flushed or closed.</summary>
    public void Kill()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }

    /// <summary>Sends SIGTERM, the request to stop.</summary>
    public void Terminate() => Signal("TERM");

    /// <summary>Waits until the process has stopped.</summary>
    public async Task<int> ExitCode()
    {
        using var limit = new CancellationTokenSource(StartLimit);
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    /// <summary>Sends SIGSTOP: the process keeps its connections and locks but does not run.</summary>
    public void Freeze() => Signal("STOP");

    /// <summary>Sends SIGCONT: the process continues as if no time had passed.</summary>
    public void Thaw() => Signal("CONT");

    /// <summary>
    /// Limits the size of files that the process writes, as a full disk does. The process must have been started with
    /// <see cref="Descriptors"/>, so that it survives the signal of a refused write.
    /// </summary>
    /// <param name="bytes">The limit; null for none.</param>
    public void LimitFiles(long? bytes) => Run(
        "prlimit", "--pid", process.Id.ToString(CultureInfo.InvariantCulture), $"--fsize={bytes?.ToString(CultureInfo.InvariantCulture) ?? "unlimited"}:unlimited");

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!process.HasExited)
        {
            Kill();
        }

        process.Dispose();
    }

    private void Signal(string name) => Run("kill", $"-{name}", process.Id.ToString(CultureInfo.InvariantCulture));

    private static void Run(string program, params string[] arguments)
    {
        using var tool = Process.Start(program, arguments);
        tool.WaitForExit();
        if (tool.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} exited with {tool.ExitCode}.");
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

    // The line that the product writes once it listens. With JSON logs it is part of a JSON line.
    [GeneratedRegex(@"Cryptocardium is ready at (?<address>http://127\.0\.0\.1:[0-9]+)")]
    private static partial Regex ReadyAt();
}
