using System.Text.RegularExpressions;
using Cryptocardium.Kernel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cryptocardium.Architecture.Tests;

/// <summary>
/// The code that a test class runs: its own, and the members of helper types of its project and of Support that it names, directly or
/// through other helpers. It is found by names alone, so it may contain a helper that the class does not call.
/// </summary>
internal sealed partial class TestCode
{
    private const string Hole = "{}";
    private const string Support = "Support";

    private static readonly string[] Verbs = ["Get", "Post", "Patch", "Delete"];

    private static readonly HashSet<string> FixedSegments =
        [.. V1.Operations.All.SelectMany(operation => operation.Route.Split('/')).Where(segment => !segment.StartsWith('{'))];

    private static readonly ILookup<string, Helper> Helpers = (
        from source in Source.All
        where source.IsTest
        from type in source.Nodes<TypeDeclarationSyntax>()
        where !IsTestClass(type)
        from member in type.Members
        where member is not TypeDeclarationSyntax
        from name in NamesOf(member)
        select new Helper(name, type.Identifier.ValueText, ProjectOf(source), member)).ToLookup(helper => helper.Name);

    private readonly string project;
    private readonly HashSet<SyntaxNode> reached = [];
    private readonly HashSet<string> names = [];
    private readonly HashSet<string> words = [];
    private readonly HashSet<string> verbs = [];
    private readonly List<(string[] Segments, string? Verb)> paths = [];
    private readonly List<string[]> relativePaths = [];

    public TestCode(Source source, TypeDeclarationSyntax type)
    {
        project = ProjectOf(source);
        Reach(type);
        foreach (var node in type.SyntaxTree.GetCompilationUnitRoot().Usings.Where(node => node.StaticKeyword != default))
        {
            names.Add(node.Name!.ToString().Split('.')[^1]);
        }

        // Names found in a helper reach further helpers, until a pass finds no new one.
        for (var before = -1; before != reached.Count;)
        {
            before = reached.Count;
            foreach (var helper in names.ToList().SelectMany(name => Helpers[name]).Where(IsNamed))
            {
                Reach(helper.Member);
            }
        }
    }

    /// <summary>Whether a type has tests.</summary>
    public static bool IsTestClass(TypeDeclarationSyntax type) => type.Members.OfType<MethodDeclarationSyntax>()
        .SelectMany(method => method.AttributeLists).SelectMany(list => list.Attributes)
        .Any(attribute => attribute.Name.ToString() is var name
            && (name.EndsWith("Fact", StringComparison.Ordinal) || name.EndsWith("Theory", StringComparison.Ordinal)));

    /// <summary>
    /// Whether the code has the path of an operation in a call by its verb. A hole in place of a fixed segment counts if the code has
    /// the segment in another text: <c>/v1/cards/{card}/{step}</c> and the row <c>load 50</c>.
    /// </summary>
    public bool Calls(OperationInfo operation)
    {
        var route = operation.Route.Split('/');
        return paths.Any(path => Fits(path.Segments, route)
            && (path.Verb is null ? verbs.Contains(operation.Method) : path.Verb == operation.Method));
    }

    private static IEnumerable<string> NamesOf(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => [method.Identifier.ValueText],
        PropertyDeclarationSyntax property => [property.Identifier.ValueText],
        BaseFieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => variable.Identifier.ValueText),
        ConstructorDeclarationSyntax constructor => [constructor.Identifier.ValueText],
        _ => [],
    };

    private static string ProjectOf(Source source) => source.Path.Split('/')[1];

    // Instances of the types in Support are returned by calls, so a test need not name the type.
    private bool IsNamed(Helper helper) =>
        helper.Project == Support || (helper.Project == project && (names.Contains(helper.Type) || IsExtension(helper.Member)));

    private static bool IsExtension(MemberDeclarationSyntax member) =>
        member is MethodDeclarationSyntax { ParameterList.Parameters: [var first, ..] } && first.Modifiers.Any(SyntaxKind.ThisKeyword);

    private void Reach(SyntaxNode node)
    {
        if (!reached.Add(node))
        {
            return;
        }

        names.UnionWith(node.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText));
        foreach (var expression in node.DescendantNodes().OfType<ExpressionSyntax>())
        {
            if (VerbOf(expression) is { } verb)
            {
                verbs.Add(verb);
            }

            if (ShapeOf(expression) is { Length: > 0 } shape)
            {
                Add(shape, expression);
            }
        }
    }

    private void Add(string shape, ExpressionSyntax text)
    {
        words.UnionWith(Word().Matches(shape).Select(match => match.Value));
        var path = shape.Split('?')[0];
        if (path.StartsWith("/v1/", StringComparison.Ordinal))
        {
            paths.Add((path.Split('/'), text.Ancestors().OfType<ExpressionSyntax>().Select(VerbOf).FirstOrDefault(verb => verb is not null)));
        }
        else if (RelativePath().IsMatch(path))
        {
            relativePaths.Add(path.Split('/'));
        }
    }

    // The text with a hole for each value in it; null for what is no text.
    private static string? ShapeOf(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => literal.Token.ValueText,
        InterpolatedStringExpressionSyntax text => string.Concat(
            text.Contents.Select(part => part is InterpolatedStringTextSyntax fixedPart ? fixedPart.TextToken.ValueText : Hole)),
        _ => null,
    };

    private static string? VerbOf(ExpressionSyntax expression)
    {
        var (name, arguments) = expression switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call => (access.Name.Identifier.ValueText, call.ArgumentList),
            InvocationExpressionSyntax { Expression: SimpleNameSyntax simple } call => (simple.Identifier.ValueText, call.ArgumentList),
            ObjectCreationExpressionSyntax creation => (creation.Type.ToString(), creation.ArgumentList),
            _ => ("", (ArgumentListSyntax?)null),
        };
        return name switch
        {
            "Upload" or "PostUntilTaken" => "POST",
            "Send" or "HttpRequestMessage" => arguments?.Arguments.Select(argument => argument.ToString())
                .FirstOrDefault(argument => argument.StartsWith("HttpMethod.", StringComparison.Ordinal))?["HttpMethod.".Length..].ToUpperInvariant(),
            _ => Verbs.Contains(name) ? name.ToUpperInvariant() : null,
        };
    }

    private bool Fits(string[] path, string[] route) =>
        path.Length == route.Length
            ? path.Zip(route).All(pair => Fits(pair.First, pair.Second))
            : path.Length < route.Length && path[^1] == Hole
                && path.SkipLast(1).Zip(route).All(pair => Fits(pair.First, pair.Second))
                && relativePaths.Any(rest => rest.Length > 1 && Fits(rest, route[(path.Length - 1)..]));

    private bool Fits(string segment, string expected) =>
        expected.StartsWith('{') ? !FixedSegments.Contains(segment)
        : segment == Hole ? words.Contains(expected)
        : segment.Replace(Hole, "", StringComparison.Ordinal) == expected;

    private sealed record Helper(string Name, string Type, string Project, MemberDeclarationSyntax Member);

    [GeneratedRegex("[a-z_]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"^[a-z_]+(/([a-z_]+|\{\}))+$")]
    private static partial Regex RelativePath();
}
