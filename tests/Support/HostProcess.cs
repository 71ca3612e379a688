using System.Diagnostics;

namespace Cryptocardium.Tests;

/// <summary>Runs a command line of the product in a process of its own and waits for its end.</summary>
public static class HostProcess
{
    /// <summary>The process before its start; its streams can be read.</summary>
    public static ProcessStartInfo With(string directory, params IEnumerable<string> words) =>
        new("dotnet", [Path.Combine(AppContext.BaseDirectory, "Cryptocardium.Host.dll"), .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = directory,
        };

    /// <summary>Runs a command on a database.</summary>
    public static Task<(int Code, string Output, string Error)> Run(TestDatabase database, string command) =>
        Run(With(database.Directory, [.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), .. database.Arguments]));

    /// <summary>Runs a process to its end.</summary>
    public static async Task<(int Code, string Output, string Error)> Run(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
