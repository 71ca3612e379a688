using System.Text.RegularExpressions;
using Cryptocardium.Tests;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cryptocardium.Architecture.Tests;

/// <summary>
/// Modules have one order, with the Ledger first, and reference only modules before them. A module that neither references another
/// nor is referenced (Webhooks, Mcp) has no place in the order.
/// </summary>
public sealed partial class ReferenceTests
{
    private const string First = "Cryptocardium.Ledger";
    private const string Contract = "Cryptocardium.OpenApi";

    private static readonly string[] ForEveryModule = ["Cryptocardium.Kernel", Contract];

    private static readonly Dictionary<string, HashSet<string>> Reach = Project.Modules.ToDictionary(
        module => module.Name,
        module => Behind(module.Name));

    [Fact]
    public void A_module_references_modules_and_the_frame_alone() => Violations.None(
        "A module references other modules, Kernel and the generated contract:",
        from module in Project.Modules
        from reference in module.References
        where !ForEveryModule.Contains(reference) && !Reach.ContainsKey(reference)
        select $"{module} -> {reference}");

    [Fact]
    public void The_ledger_knows_no_module()
    {
        var ledger = Project.Modules.Single(module => module.Name == First);
        Violations.None(
            "The Ledger references a module:",
            ledger.References.Where(reference => Reach.ContainsKey(reference)));
    }

    [Fact]
    public void Modules_stand_in_the_line_that_their_readme_states()
    {
        var line = Order().Match(File.ReadAllText(SourceTree.At("modules", "README.md"))).Groups[1].Value.Split(" < ").ToList();
        var place = Project.Modules.ToDictionary(module => module.Name, module => line.IndexOf(module.Module));
        Assert.Equal(First.Split('.')[^1], line[0]);
        Violations.None(
            "A module references only modules before it; one outside the line references none and is referenced by none:",
            from module in Reach.Keys
            from reached in Reach[module]
            where place[reached] < 0 || place[reached] >= place[module]
            select $"{module} -> {reached}");
        Violations.None("In the line, but there is no such module:", line.Where(name => Project.Modules.All(module => module.Module != name)));
    }

    [Fact]
    public void Only_the_host_and_what_stands_around_it_reference_the_last_modules()
    {
        var last = Reach.Keys.Where(module => !Reach.Values.Any(reached => reached.Contains(module))).ToHashSet();
        Violations.None(
            "Modules that no module builds on are referenced by the host, its migrations' design project and tests:",
            from project in Project.All
            where !project.Path.StartsWith("host/", StringComparison.Ordinal) && !project.Path.StartsWith("tests/", StringComparison.Ordinal)
            from reference in project.References.Where(last.Contains)
            select $"{project} -> {reference}");
    }

    [Fact]
    public void The_frame_knows_no_module() => Violations.None(
        "Kernel, the contract and the tools are below every module:",
        from project in Project.All
        where project.Path.StartsWith("openapi/", StringComparison.Ordinal)
            || project.Path.StartsWith("modules/Kernel/", StringComparison.Ordinal)
        from reference in project.References.Where(Reach.ContainsKey)
        select $"{project} -> {reference}");

    [Fact]
    public void The_host_names_only_contracts_of_modules() => Violations.None(
        "The generated mediator needs the internals of modules; host code written by hand uses their Contract and their registration alone:",
        from source in Source.Product
        where source.Path.StartsWith("host/", StringComparison.Ordinal)
        from name in source.Root.DescendantNodes().Where(node => node is QualifiedNameSyntax or MemberAccessExpressionSyntax)
        from module in Project.Modules
        let inside = InsideOf(name.ToString(), module)
        where inside is not null && inside != "Contract" && inside != $"{module.Module}Module"
        select $"{source.Place(name)} {name}");

    [Fact]
    public void The_product_references_no_test() => Violations.None(
        "Nothing outside tests/ references what is in it:",
        from project in Project.All
        where !project.Path.StartsWith("tests/", StringComparison.Ordinal)
        from reference in project.References
        where Project.All.Any(other => other.Name == reference && other.Path.StartsWith("tests/", StringComparison.Ordinal))
        select $"{project} -> {reference}");

    // The part of a name that follows the namespace of a module, written in full or from within Cryptocardium.
    private static string? InsideOf(string name, Project module) =>
        name.StartsWith(module.Name + ".", StringComparison.Ordinal) ? name[(module.Name.Length + 1)..].Split('.')[0]
        : name.StartsWith(module.Module + ".", StringComparison.Ordinal) ? name[(module.Module.Length + 1)..].Split('.')[0]
        : null;

    private static HashSet<string> Behind(string module)
    {
        var reached = new HashSet<string>();
        var open = new Stack<string>([module]);
        while (open.TryPop(out var next))
        {
            foreach (var reference in Project.Modules.Single(project => project.Name == next).References)
            {
                if (Project.Modules.Any(project => project.Name == reference) && reached.Add(reference))
                {
                    open.Push(reference);
                }
            }
        }

        return reached;
    }

    [GeneratedRegex("`(\\w+( < \\w+)+)`")]
    private static partial Regex Order();
}
