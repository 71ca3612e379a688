using Cryptocardium.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cryptocardium.Architecture.Tests;

/// <summary>A parsed, hand-written C# file.</summary>
internal sealed class Source
{
    private Source(string path)
    {
        Path = path;
        Text = File.ReadAllText(SourceTree.At(path));
        Lines = Text.TrimEnd('\n').Split('\n');
        Root = (CompilationUnitSyntax)CSharpSyntaxTree
            .ParseText(Text, new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.Parse))
            .GetRoot();
    }

    /// <summary>All hand-written files, so without the migrations.</summary>
    public static IReadOnlyList<Source> All { get; } =
    [
        .. SourceTree.Files("*.cs")
            .Where(path => !path.Split('/').Any(folder => folder is "Migrations.Sqlite" or "Migrations.Postgres"))
            .AsParallel().AsOrdered()
            .Select(path => new Source(path)),
    ];

    public static IEnumerable<Source> Product { get; } = All.Where(source => !source.IsTest);

    /// <summary>The path relative to the root, with forward slashes.</summary>
    public string Path { get; }

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public string Text { get; }

    public string[] Lines { get; }

    public CompilationUnitSyntax Root { get; }

    public bool IsTest => Path.StartsWith("tests/", StringComparison.Ordinal);

    /// <summary>Whether one of its folders has this name.</summary>
    public bool IsIn(string folder) => Path.Split('/').SkipLast(1).Contains(folder);

    public IEnumerable<T> Nodes<T>()
        where T : SyntaxNode => Root.DescendantNodes().OfType<T>();

    /// <summary>The file and line of a node: <c>modules/Cards/CardsModule.cs:12</c>.</summary>
    public string Place(SyntaxNode node) => Place(node.GetLocation());

    /// <inheritdoc cref="Place(SyntaxNode)"/>
    public string Place(Location location) => $"{Path}:{location.GetLineSpan().StartLinePosition.Line + 1}";

    /// <summary>Methods, constructors, operators, accessors and local functions with their line counts, without attributes and leading comments.</summary>
    public IEnumerable<(string Place, int Lines)> Methods() =>
        from node in Root.DescendantNodes()
        let body = node switch
        {
            BaseMethodDeclarationSyntax method => (SyntaxNode?)method.Body ?? method.ExpressionBody,
            AccessorDeclarationSyntax accessor => (SyntaxNode?)accessor.Body ?? accessor.ExpressionBody,
            LocalFunctionStatementSyntax local => (SyntaxNode?)local.Body ?? local.ExpressionBody,
            PropertyDeclarationSyntax property => property.ExpressionBody,
            _ => null,
        }
        where body is not null
        let first = node.ChildNodesAndTokens().SkipWhile(child => child.IsKind(SyntaxKind.AttributeList)).First()
        let start = first.GetLocation()!.GetLineSpan().StartLinePosition.Line
        let end = node.GetLocation().GetLineSpan().EndLinePosition.Line
        select ($"{Path}:{start + 1}", end - start + 1);
}
