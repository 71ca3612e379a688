using System.Text.RegularExpressions;
using System.Xml.Linq;
using Cryptocardium.Tests;

namespace Cryptocardium.Architecture.Tests;

/// <summary>Rules for every folder and for the build of every project.</summary>
public sealed partial class TreeTests
{
    private const string Solution = "Cryptocardium.sln";
    private const string Banned = "modules/Kernel/BannedSymbols.txt";

    private static readonly string[] MustBeBanned =
    [
        "P:System.DateTime.UtcNow", "P:System.DateTime.Now", "P:System.DateTimeOffset.UtcNow", "P:System.DateTimeOffset.Now",
        "M:System.Guid.NewGuid", "P:System.Random.Shared", "M:Microsoft.EntityFrameworkCore.DbContext.SaveChanges",
    ];

    [Fact]
    public void The_solution_holds_every_project()
    {
        var listed = SolutionProject().Matches(File.ReadAllText(SourceTree.At(Solution)))
            .Select(match => match.Groups[1].Value.Replace('\\', '/'));
        Assert.Equal(Project.All.Select(project => project.Path), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Folders_explain_themselves() => Violations.None(
        "A README.md is missing in:",
        Project.Modules.Select(module => module.Folder)
            .Concat(["", "openapi", ".ci", "modules"])
            .Where(folder => !File.Exists(SourceTree.At(folder, "README.md"))));

    [Fact]
    public void Banned_symbols_reach_every_project_of_the_product()
    {
        var props = XDocument.Load(SourceTree.At("Directory.Build.props"));
        var item = props.Descendants("AdditionalFiles").Single();
        Assert.EndsWith(Banned, item.Attribute("Include")!.Value, StringComparison.Ordinal);
        Assert.Contains(item.Parent!.Elements("PackageReference"), p => p.Attribute("Include")!.Value == "Microsoft.CodeAnalysis.BannedApiAnalyzers");
        Assert.Equal(["Directory.Build.props"], SourceTree.Files("Directory.Build.props"));
        Violations.None(
            "These projects of the product opt out of the banned symbols:",
            from project in Product()
            where project.Xml.Descendants("NoBannedSymbols").Any()
                || project.Xml.Descendants("NoWarn").Any(element => element.Value.Contains("RS0030", StringComparison.Ordinal))
            select project.Path);
    }

    [Fact]
    public void The_wall_clock_chance_and_saving_are_banned()
    {
        var banned = File.ReadLines(SourceTree.At(Banned)).Select(line => line.Split(';')[0]).ToHashSet();
        Violations.None("Not banned:", MustBeBanned.Where(symbol => !banned.Contains(symbol)));
    }

    [Fact]
    public void A_banned_symbol_is_suppressed_nowhere_in_modules() => Violations.None(
        "RS0030 is suppressed in a module outside Kernel:",
        from source in Source.Product
        where source.Path.StartsWith("modules/", StringComparison.Ordinal) && !source.Path.StartsWith("modules/Kernel/", StringComparison.Ordinal)
        where source.Text.Contains("RS0030", StringComparison.Ordinal)
        select source.Path);

    private static IEnumerable<Project> Product() =>
        Project.All.Where(project => !project.Path.StartsWith("tests/", StringComparison.Ordinal));

    [GeneratedRegex("""= "[^"]+", "([^"]+\.csproj)",""")]
    private static partial Regex SolutionProject();
}
