using System.Text.RegularExpressions;
using Cryptocardium.Schema;
using Cryptocardium.Tests;

namespace Cryptocardium.Contract.Tests;

/// <summary>Rules that hold for all operations of v1.yaml alike, so that whoever knows one operation knows the others.</summary>
public sealed partial class SurfaceRuleTests
{
    private const int UsualLimit = 25;
    private const int CatalogueLimit = 100;

    private static readonly string[] ListParameters = ["limit", "cursor", "sort", "created_after", "created_before"];

    // Lists with a natural order of their own: products, chains, months, versions and types, and lists inside a statement or a proof.
    private static readonly string[] Catalogues = ["listBins", "listChains", "listStatements", "listChangelog", "listEventTypes", "getStatement", "getLedgerProof"];

    private static IReadOnlyList<ContractOperation> Operations => ContractCheck.Document.Operations;

    [Fact]
    public void No_operationId_contains_an_underscore() =>
        Assert.DoesNotContain(Operations, operation => operation.Id.Contains('_', StringComparison.Ordinal));

    [Fact]
    public void A_delete_answers_204_without_a_body() =>
        Assert.All(Operations.Where(operation => operation.Method == "DELETE"), operation => Assert.Empty(Success(operation, 204).Content));

    [Fact]
    public void A_patch_answers_the_resource_that_a_get_of_its_path_answers() => Assert.All(
        Operations.Where(operation => operation.Method == "PATCH"),
        patch =>
        {
            var get = Assert.Single(Operations, operation => operation.Method == "GET" && operation.Path == patch.Path);
            Assert.Same(Json(get), Json(patch));
        });

    [Fact]
    public void Every_list_takes_the_same_parameters() => Assert.All(
        Operations.Where(operation => Query(operation, "limit") is not null),
        list =>
        {
            var isCatalogue = Catalogues.Contains(list.Id);
            var expected = isCatalogue ? ["limit", "cursor"] : ListParameters;
            Assert.All(expected, name => Assert.True(Query(list, name) is not null, $"{list.Id} has no {name}."));
            var limit = Query(list, "limit")!.Schema.Source.GetProperty("default").GetInt32();
            Assert.True(limit == UsualLimit || (isCatalogue && limit == CatalogueLimit), $"{list.Id} has a default of {limit}.");
        });

    [Fact]
    public void Amounts_end_in_usd_and_nothing_else_does() => Assert.All(
        ContractCheck.Document.Schemas.Values.SelectMany(schema => schema.Properties),
        member => Assert.True(
            member.Schema.IsUsd == member.Name.EndsWith("_usd", StringComparison.Ordinal) || member.Schema.Type == SchemaType.Object, member.Name));

    [Fact]
    public void Every_list_of_codes_is_in_the_order_of_the_catalogue()
    {
        var catalogue = ContractCheck.Document.Document.GetProperty("x-error-catalogue").EnumerateObject().Select(code => code.Name).ToList();
        var enumeration = ContractCheck.Document.Schemas["ErrorCode"].Source.GetProperty("x-extensible-enum").EnumerateArray().Select(code => code.GetString()!);
        Assert.Equal(catalogue.Order(StringComparer.Ordinal), enumeration.Order(StringComparer.Ordinal));
        Assert.All(catalogue, code => Assert.Matches(Grammar(), code));
    }

    private static ContractParameter? Query(ContractOperation operation, string name) =>
        operation.Parameters.SingleOrDefault(parameter => parameter.In == "query" && parameter.Name == name);

    private static ContractResponse Success(ContractOperation operation, int status) =>
        operation.Responses.GetValueOrDefault($"{status}") ?? throw new InvalidOperationException($"{operation.Id} does not answer {status}.");

    private static SchemaNode Json(ContractOperation operation) => Success(operation, 200).Content["application/json"];

    [GeneratedRegex("^[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
    private static partial Regex Grammar();
}
