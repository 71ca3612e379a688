using Cryptocardium.Tests;
using Microsoft.AspNetCore.Routing;

namespace Cryptocardium.Contract.Tests.Runtime;

/// <summary>The controllers, as Swashbuckle describes them, state the same facts as v1.yaml.</summary>
public sealed class RuntimeDocumentTests(RunningHost host) : IClassFixture<RunningHost>
{
    // The routes that are no operation: the API reference with its files, the contract, and the probes.
    private static readonly string[] BesideTheContract =
    [
        "GET /docs/{documentName?}", "GET /docs/scalar.js", "GET /docs/scalar.aspnetcore.js", "GET /docs/favicon.svg", "GET /openapi/v1.yaml", "GET /openapi/v1.json",
        "GET /docs/errors", "GET /healthz", "GET /readyz",
    ];

    [Fact]
    public async Task The_runtime_document_and_the_contract_state_the_same_facts()
    {
        var contract = Facts.Of(new Document(ContractCheck.Document.Document)).ToList();
        var runtime = Facts.Of(new Document(await host.Document())).ToList();

        Assert.True(contract.Count > ContractCheck.Document.Operations.Count, "The contract states next to nothing; the reader is broken.");
        var differences = Differences.Between(contract, runtime).ToList();
        Assert.True(differences.Count == 0, $"{differences.Count} differences:{Environment.NewLine}{string.Join(Environment.NewLine, differences)}");
    }

    [Fact]
    public void There_is_no_route_without_an_operation_and_no_operation_without_a_route()
    {
        var routes = host.Routes.SelectMany(Names).Except(BesideTheContract).Order(StringComparer.Ordinal);
        var operations = ContractCheck.Document.Operations.Select(operation => $"{operation.Method} {operation.Path}");
        Assert.Equal(operations.Order(StringComparer.Ordinal), routes);
    }

    [Fact]
    public void The_routes_beside_the_contract_are_there() =>
        Assert.Subset(host.Routes.SelectMany(Names).ToHashSet(), BesideTheContract.ToHashSet());

    private static IEnumerable<string> Names(RouteEndpoint route)
    {
        var path = "/" + route.RoutePattern.RawText!.TrimStart('/');
        var methods = route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods;
        return methods is { Count: > 0 } ? methods.Select(method => $"{method} {path}") : [path];
    }
}
