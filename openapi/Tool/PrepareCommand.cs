using System.CommandLine;
using Cryptocardium.Contract.Emit;
using Cryptocardium.Contract.Lint;
using YamlDotNet.Core;

namespace Cryptocardium.Contract;

/// <summary>
/// <c>contract prepare v1.yaml --out DIR</c>: lints the contract, then writes the files derived from it.
/// Exit codes: 0 written, 1 findings (nothing is written), 2 usage.
/// </summary>
internal static class PrepareCommand
{
    public static Command Create()
    {
        var yaml = new Argument<FileInfo>("yaml") { Description = "The contract, OpenAPI 3.0.3." };
        var outDirectory = new Option<DirectoryInfo>("--out") { Description = "The folder for the outputs.", Required = true };
        yaml.AcceptExistingOnly();

        var command = new Command("prepare", "Lints the contract and writes v1.json, generator.json and the tables in C#.") { yaml, outDirectory };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(yaml), parsed.GetRequiredValue(outDirectory), Console.Out));
        return command;
    }

    internal static int Run(FileInfo yaml, DirectoryInfo outDirectory, TextWriter console)
    {
        var (document, findings) = Read(yaml.FullName);
        foreach (var finding in findings)
            console.WriteLine(finding.InMsBuildFormat(yaml.FullName));
        if (document is null || findings.Count > 0)
            return 1;

        foreach (var (name, content) in Outputs.Of(document))
            WriteIfChanged(Path.Combine(outDirectory.FullName, name), content);
        return 0;
    }

    private static (ContractDocument? Document, IReadOnlyList<Finding> Findings) Read(string path)
    {
        try
        {
            var document = new ContractDocument(Node.Parse(File.ReadAllText(path)));
            return (document, Linter.Check(document));
        }
        catch (YamlException exception)
        {
            var start = exception.Start;
            return (null, [new Finding(start.Line, start.Column, "CONTRACT001", exception.InnerException?.Message ?? exception.Message)]);
        }
    }

    /// <summary>An unchanged file keeps its time stamp, so that it is not compiled again.</summary>
    private static void WriteIfChanged(string path, string content)
    {
        if (File.Exists(path) && File.ReadAllText(path) == content)
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
