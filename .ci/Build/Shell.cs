using System.Diagnostics;

namespace Cryptocardium.Build;

/// <summary>Runs dotnet in the root folder of the repository, on the console of this program.</summary>
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

    public static async Task<int> TryDotnet(string[] arguments, CancellationToken stop)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = Root };
        // Build nodes that outlive the command would keep the console open, and a caller that reads it to its end would wait.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start) ?? throw new BuildFailure("dotnet did not start");
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
