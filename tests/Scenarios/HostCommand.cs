using System.Diagnostics;

namespace Cryptocardium.Tests.Scenarios;

/// <summary>Runs a command of the product in a process of its own.</summary>
internal static class HostCommand
{
    /// <param name="database">The database and data directory.</param>
    /// <param name="words">The words before the settings.</param>
    /// <returns>The exit code and the standard output.</returns>
    public static async Task<(int Code, string Output)> Run(TestDatabase database, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, WorkingDirectory = database.Directory };
        foreach (var word in (string[])[Path.Combine(AppContext.BaseDirectory, "Cryptocardium.Host.dll"), .. words, .. database.Arguments])
        {
            start.ArgumentList.Add(word);
        }

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }
}
