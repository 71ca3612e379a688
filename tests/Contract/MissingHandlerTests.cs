using System.Diagnostics;
using System.Text.RegularExpressions;
using Cryptocardium.Tests;

namespace Cryptocardium.Contract.Tests;

/// <summary>An operation in the contract without a handler fails the build by name. The test builds a copy of the tree, so it is slow.</summary>
public sealed partial class MissingHandlerTests : IDisposable
{
    private const string Known = "listChains";
    private const string Added = "listChainsAgain";
    private const string AddedMessage = "ListChainsAgain";
    private const string Yaml = "openapi/v1.yaml";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly string copy = Directory.CreateTempSubdirectory("cryptocardium-copy-").FullName;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(copy, recursive: true);

    [Fact]
    public async Task A_new_operation_without_handler_fails_the_build_by_name()
    {
        foreach (var file in SourceTree.Files("*").Where(file => !file.StartsWith("tests/", StringComparison.Ordinal)))
        {
            Take(file);
        }

        AddOperation();
        var (code, output) = await Build();

        var errors = output.Split('\n').Where(line => Error().IsMatch(line)).ToList();
        Assert.True(code != 0, "The build passed with an operation that nobody handles.");
        Assert.True(
            errors.Count > 0 && errors.All(line => line.Contains("MSG0005", StringComparison.Ordinal) && line.Contains(AddedMessage, StringComparison.Ordinal)),
            $"Expected MSG0005 for {AddedMessage} alone:{Environment.NewLine}{output}");
    }

    private void Take(string file)
    {
        var target = Path.Combine(copy, file);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(SourceTree.At(file), target);
    }

    // Adds the path of a known operation under another name.
    private void AddOperation()
    {
        var file = Path.Combine(copy, Yaml);
        var yaml = File.ReadAllText(file);
        var known = PathOfKnown().Match(yaml);
        Assert.True(known.Success, $"{Known} is not where this test looks for it.");
        var added = known.Value.Replace("/v1/chains:", "/v1/chains-again:", StringComparison.Ordinal)
            .Replace($"operationId: {Known}", $"operationId: {Added}", StringComparison.Ordinal);
        File.WriteAllText(file, yaml.Insert(known.Index, added));
    }

    private async Task<(int Code, string Output)> Build()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = copy,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // No build server may outlive the build: it would keep the output and the copy's files open.
        string[] arguments =
            ["build", "host/Cryptocardium.Host.csproj", "--nologo", "-v", "quiet", "-nodeReuse:false", "-p:UseSharedCompilation=false", "-p:NuGetAudit=false"];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // MSBuild variables of the test platform must not reach the build of the copy.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output + await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    [GeneratedRegex(@"\berror\b.*:", RegexOptions.IgnoreCase)]
    private static partial Regex Error();

    [GeneratedRegex(@"^  /v1/chains:\n(?:    .*\n|\n)+", RegexOptions.Multiline)]
    private static partial Regex PathOfKnown();
}
