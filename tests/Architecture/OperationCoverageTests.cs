using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cryptocardium.Architecture.Tests;

/// <summary>Every operation of v1.yaml has a test class of its name, or a class that says that it covers the operation.</summary>
public sealed class OperationCoverageTests
{
    private static readonly IReadOnlyList<(Source Source, TypeDeclarationSyntax Type)> TestClasses =
    [
        .. from source in Source.All
           where source.IsTest
           from type in source.Nodes<TypeDeclarationSyntax>()
           where TestCode.IsTestClass(type)
           select (source, type),
    ];

    private static readonly ILookup<string, (Source Source, TypeDeclarationSyntax Type)> ByOperation = (
        from test in TestClasses
        from operation in Covered(test.Type).Concat(V1.Operations.All.Select(operation => operation.Name).Where(id => NameOf(test.Type) == ClassOf(id)))
        select (operation, test)).ToLookup(pair => pair.operation, pair => pair.test);

    [Fact]
    public void Every_operation_has_a_test_class() => Violations.None(
        "Name a test class <Operation>Tests, or put [Covers(\"operation_id\")] on the class that tests it:",
        from operation in V1.Operations.All
        where !ByOperation[operation.Name].Any()
        select $"{operation.Name}: no {ClassOf(operation.Name)} and no [Covers]");

    [Fact]
    public void Covers_names_operations() => Violations.None(
        "v1.yaml has no such operation:",
        from test in TestClasses
        from operation in Covered(test.Type)
        where V1.Operations.All.All(known => known.Name != operation)
        select $"{test.Source.Place(test.Type)} {operation}");

    [Fact]
    public void A_test_class_calls_the_operations_that_it_covers() => Violations.None(
        "Neither the class nor its helpers send this request:",
        from operation in V1.Operations.All
        from test in ByOperation[operation.Name]
        where !new TestCode(test.Source, test.Type).Calls(operation)
        select $"{test.Source.Place(test.Type)} {operation.Name}: {operation.Method} {operation.Route}");

    [Theory]
    [InlineData("ListBinsTests", "list_bins", true)]
    [InlineData("ListBinsTests", "list_chains", false)]
    [InlineData("LoadCardTests", "load_card", true)]
    [InlineData("FreezeCardTests", "unload_card", false)]
    [InlineData("GetWithdrawalTests", "cancel_withdrawal", true)]
    [InlineData("ListWithdrawalsTests", "quote_withdrawal", false)]
    [InlineData("SignOutTests", "sign_out", true)]
    [InlineData("SignInTests", "sign_out", false)]
    [InlineData("RailFeeTests", "issue_card", false)]
    public void A_call_is_told_from_its_absence(string name, string operation, bool calls)
    {
        var (source, type) = TestClasses.Single(test => NameOf(test.Type) == name);
        Assert.Equal(calls, new TestCode(source, type).Calls(V1.Operations.All.Single(known => known.Name == operation)));
    }

    [Fact]
    public void A_class_that_sends_one_request_calls_one_operation()
    {
        var (source, type) = TestClasses.Single(test => NameOf(test.Type) == "ListBinsTests");
        var code = new TestCode(source, type);
        Assert.Equal(["list_bins"], V1.Operations.All.Where(code.Calls).Select(operation => operation.Name));
    }

    [Fact]
    public void A_test_class_has_the_name_of_its_file() => Violations.None(
        "One test class per file, and its name is the file's:",
        from test in TestClasses
        where NameOf(test.Type) != test.Source.Name
        select $"{test.Source.Path}: {NameOf(test.Type)}");

    private static string ClassOf(string operationId) => HandlerTests.Pascal(operationId) + "Tests";

    private static string NameOf(TypeDeclarationSyntax type) => type.Identifier.ValueText;

    private static IEnumerable<string> Covered(TypeDeclarationSyntax type) =>
        from list in type.AttributeLists
        from attribute in list.Attributes
        where attribute.Name.ToString() == "Covers"
        from argument in attribute.ArgumentList!.Arguments
        select ((LiteralExpressionSyntax)argument.Expression).Token.ValueText;
}
