using System.ComponentModel;
using System.Diagnostics;

namespace Cryptocardium.Build;

/// <summary>Runs dotnet in the root folder of the repository, and other programs, on the console of this program.</summary>
internal static class Shell
{
    public static string Root { get; } = FindRoot();

    public static async Task Dotnet(string[] arguments, CancellationToken stop)
    {
        var code = await TryDotnet(arguments, stop);
        if (code != 0)
        {
            throw new BuildFailure($"dotnet {string.Join(' ', arguments)} exited with {code}");
        }
    }

    public static Task<int> TryDotnet(string[] arguments, CancellationToken stop)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = Root };
        // Build nodes that outlive the command would keep the console open, and a caller that reads it to its end would wait.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        return ExitCode(start, stop);
    }

    /// <summary>Runs another program on the console of this one, in a folder of the repository, and fails if it exits with another code.</summary>
    /// <param name="folder">The folder, relative to the root.</param>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="stop">Ends it.</param>
    /// <param name="expected">Its exit code, unless something is wrong.</param>
    public static async Task Run(string folder, string program, string[] arguments, CancellationToken stop, int expected = 0)
    {
        var code = await ExitCode(new ProcessStartInfo(program, arguments) { WorkingDirectory = Path.Combine(Root, folder) }, stop);
        if (code != expected)
        {
            throw new BuildFailure($"{program} {string.Join(' ', arguments)} exited with {code}");
        }
    }

    private static async Task<int> ExitCode(ProcessStartInfo start, CancellationToken stop)
    {
        using var process = Start(start);
        try
        {
            await process.WaitForExitAsync(stop);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new BuildFailure("stopped");
        }
        return process.ExitCode;
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw new BuildFailure($"{start.FileName} did not start");
        }
        catch (Win32Exception)
        {
            throw new BuildFailure($"{start.FileName} is not installed");
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "global.json")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName ?? throw new BuildFailure("no global.json above " + AppContext.BaseDirectory);
    }
}
