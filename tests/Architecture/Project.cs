using System.Xml.Linq;
using Cryptocardium.Tests;
using Microsoft.Extensions.FileSystemGlobbing;

namespace Cryptocardium.Architecture.Tests;

/// <summary>A project of the tree, read from its file.</summary>
/// <param name="Path">Relative to the root, with forward slashes.</param>
internal sealed record Project(string Path)
{
    public static IReadOnlyList<Project> All { get; } = [.. SourceTree.Files("*.csproj").Select(path => new Project(path))];

    /// <summary>The modules that know the product: every project directly in a folder of modules/ but Kernel.</summary>
    public static IReadOnlyList<Project> Modules { get; } =
        [.. All.Where(project => project.Path.Split('/') is ["modules", var folder, _] && folder != "Kernel")];

    public static Project Host { get; } = All.Single(project => project.Path.Split('/') is ["host", _]);

    /// <summary>The name of the project and its assembly: <c>Cryptocardium.Cards</c>.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The last part of the name: <c>Cards</c>.</summary>
    public string Module => Name.Split('.')[^1];

    public string Folder => Path[..Path.LastIndexOf('/')];

    public XDocument Xml { get; } = XDocument.Load(SourceTree.At(Path));

    /// <summary>The projects that it compiles against, with wildcards resolved and without analyzers and build tools.</summary>
    public IReadOnlyList<string> References { get; } = [.. Read(Path).Order(StringComparer.Ordinal)];

    public override string ToString() => Name;

    private static IEnumerable<string> Read(string path)
    {
        var directory = System.IO.Path.GetDirectoryName(SourceTree.At(path))!;
        var matches = new Matcher(StringComparison.Ordinal);
        foreach (var reference in XDocument.Load(SourceTree.At(path)).Descendants("ProjectReference"))
        {
            if ((string?)reference.Attribute("ReferenceOutputAssembly") != "false")
            {
                matches.AddIncludePatterns((reference.Attribute("Include")?.Value ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries));
                matches.AddExcludePatterns((reference.Attribute("Exclude")?.Value ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries));
            }
        }

        return matches.GetResultsInFullPath(directory).Select(file => System.IO.Path.GetFileNameWithoutExtension(file)!);
    }
}
