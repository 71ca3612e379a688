using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cryptocardium.Architecture.Tests;

/// <summary>Rules for single constructs in the sources.</summary>
public sealed partial class TidyTests
{
    // The only file that saves.
    private const string UnitOfWorkPath = "modules/Kernel/Data/UnitOfWork.cs";

    private static readonly string[] Saving =
        ["SaveChanges", "SaveChangesAsync", "ExecuteUpdate", "ExecuteUpdateAsync", "ExecuteDelete", "ExecuteDeleteAsync"];

    [Fact]
    public void Nothing_is_left_for_later() => Violations.None(
        "Do it, or open an issue and leave no mark here:",
        from source in Source.All
        from comment in Comments(source)
        where ForLater().IsMatch(comment.ToString())
        select source.Place(comment.GetLocation()));

    [Fact]
    public void There_are_no_regions() => Violations.None(
        "A file that needs regions is two files:",
        from source in Source.All
        from trivia in source.Root.DescendantTrivia()
        where trivia.IsKind(SyntaxKind.RegionDirectiveTrivia)
        select source.Place(trivia.GetLocation()));

    [Fact]
    public void No_code_is_commented_out() => Violations.None(
        "The history keeps old code:",
        from source in Source.All
        from comment in Comments(source)
        where comment.IsKind(SyntaxKind.SingleLineCommentTrivia) && OldCode().IsMatch(comment.ToString())
        select $"{source.Place(comment.GetLocation())} {comment}");

    [Fact]
    public void A_suppression_says_why_on_its_line() => Violations.None(
        "A suppression has its reason on the same line:",
        (from source in Source.All
         from trivia in source.Root.DescendantTrivia()
         let pragma = trivia.GetStructure() as PragmaWarningDirectiveTriviaSyntax
         where pragma is not null && pragma.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword)
         where !pragma.ToFullString().Contains("//", StringComparison.Ordinal)
         select source.Place(trivia.GetLocation())).Concat(
         from source in Source.All
         from attribute in source.Nodes<AttributeSyntax>()
         where attribute.Name.ToString().Contains("SuppressMessage", StringComparison.Ordinal)
         where !attribute.ToString().Contains("Justification", StringComparison.Ordinal)
         select source.Place(attribute)));

    [Fact]
    public void Nothing_asynchronous_is_void() => Violations.None(
        "An exception in async void ends the process:",
        from source in Source.All
        from method in source.Nodes<MethodDeclarationSyntax>()
        where method.Modifiers.Any(SyntaxKind.AsyncKeyword) && method.ReturnType.ToString() == "void"
        select source.Place(method));

    [Fact]
    public void Nobody_blocks_on_a_task() => Violations.None(
        "Await it:",
        from source in Source.Product
        from access in source.Nodes<MemberAccessExpressionSyntax>()
        where access.Name.Identifier.ValueText switch
        {
            "Result" => true,
            "Wait" => access.Parent is InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0 },
            "GetResult" => access.Expression.ToString().EndsWith("GetAwaiter()", StringComparison.Ordinal),
            _ => false,
        }
        where !IsOnCompleted(access)
        select $"{source.Place(access)} {access}");

    [Fact]
    public void Only_the_unit_of_work_saves() => Violations.None(
        "Effects are saved by the unit of work, all at once:",
        from source in Source.Product
        where source.Path != UnitOfWorkPath
        from name in source.Nodes<SimpleNameSyntax>()
        where Saving.Contains(name.Identifier.ValueText)
        select $"{source.Place(name)} {name}");

    [Fact]
    public void The_unit_of_work_still_saves() =>
        Assert.Contains(Source.Product, source => source.Path == UnitOfWorkPath && source.Text.Contains("SaveChanges", StringComparison.Ordinal));

    [Fact]
    public void Only_the_Ledger_knows_the_lane_of_a_writer() => Violations.None(
        "The lane of a writer is the Ledger's hash chain:",
        from source in Source.Product
        where !source.Path.StartsWith("modules/Kernel/", StringComparison.Ordinal) && !source.Path.StartsWith("modules/Ledger/", StringComparison.Ordinal)
        from name in source.Nodes<SimpleNameSyntax>()
        where name.Identifier.ValueText == "IWriterLane"
        select source.Place(name));

    [Fact]
    public void A_file_holds_one_type_and_has_its_name() => Violations.None(
        "A file is named after a type in it, IOutcome<T> in IOutcomeOf.cs; further ones are its helpers:",
        from source in Source.Product
        let types = source.Root.DescendantNodes(node => node is not TypeDeclarationSyntax).OfType<BaseTypeDeclarationSyntax>()
            .Where(type => type.Parent is BaseNamespaceDeclarationSyntax).ToList()
        where types.Count > 0 && !types.Any(type => IsNameOf(source, type))
        select $"{source.Path}: {string.Join(", ", types.Select(type => type.Identifier.ValueText))}");

    [Fact]
    public void Folders_are_product_nouns() => Violations.None(
        "A folder says what is in it:",
        from source in Source.All
        from folder in source.Path.Split('/')[..^1]
        where folder is "Services" or "Helpers" or "Utils" or "Utilities" or "Managers" or "Common" or "Misc"
        select source.Path);

    // Reading the result of a completed task does not block, so a method that checks IsCompletedSuccessfully is allowed.
    private static bool IsOnCompleted(MemberAccessExpressionSyntax access) =>
        access.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>()?.ToString().Contains("IsCompletedSuccessfully", StringComparison.Ordinal) == true;

    private static bool IsNameOf(Source source, BaseTypeDeclarationSyntax type) =>
        type.Identifier.ValueText is var name
        && (source.Name.Split('.')[0] == name
            || name == source.Name + "Handler"
            || (source.Name == name + "Of" && type is TypeDeclarationSyntax { TypeParameterList: not null }));

    private static IEnumerable<SyntaxTrivia> Comments(Source source) =>
        source.Root.DescendantTrivia().Where(trivia =>
            trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)
            || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)
            || trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia));

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b")]
    private static partial Regex ForLater();

    [GeneratedRegex(@"^//\s*([\w.<>\[\]]+\s+)*[\w.<>\[\]]+(\(.*\))?(\s*=\s*.+)?;\s*$|^//\s*[{}]\s*$|^//\s*(if|foreach|while)\s*\(.*\)\s*\{?\s*$")]
    private static partial Regex OldCode();
}
