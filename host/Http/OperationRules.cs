using Cryptocardium.Kernel;
using Cryptocardium.Schema;

namespace Cryptocardium.Host.Http;

// What the contract demands of the requests to one operation.
internal sealed class OperationRules(OperationInfo info, ContractOperation contract, SchemaNode nothing)
{
    private const string PublicScope = "public";

    public OperationInfo Info => info;

    public bool IsPublic { get; } = info.Scope == PublicScope;

    public bool IsRead { get; } = HttpMethods.IsGet(info.Method);

    public ContractParameter[] Path { get; } = [.. contract.Parameters.Where(parameter => parameter.In == "path")];

    public ContractParameter[] Query { get; } = [.. contract.Parameters.Where(parameter => parameter.In == "query")];

    /// <summary>An operation that takes no body takes an empty object as well: many clients send one with every write.</summary>
    public SchemaNode Body { get; } = contract.Body?.Content[ContentRules.Json] ?? nothing;

    /// <summary>The media types of its success, JSON first. An operation without a body takes whoever takes JSON, for its errors.</summary>
    public IReadOnlyList<string> Produces { get; } =
        [ContentRules.Json, .. contract.Response(info.SuccessStatus)?.Content.Keys.Where(type => type != ContentRules.Json) ?? []];

    public bool NeedsBody { get; } = contract.Body is { Required: true };
}
