using Cryptocardium.Kernel;
using Cryptocardium.Schema;

namespace Cryptocardium.Host.Calls;

// The requirements of the contract for calls of one operation.
internal sealed class OperationRules(OperationInfo info, ContractOperation contract, SchemaNode nothing)
{
    public const string Multipart = "multipart/form-data";

    private const string PublicScope = "public";
    private const string BinaryFormat = "binary";

    public OperationInfo Info => info;

    public bool IsPublic { get; } = info.Scope == PublicScope;

    public bool IsRead { get; } = HttpMethods.IsGet(info.Method);

    public ContractParameter[] Path { get; } = [.. contract.Parameters.Where(parameter => parameter.In == "path")];

    public ContractParameter[] Query { get; } = [.. contract.Parameters.Where(parameter => parameter.In == "query")];

    public bool IsList { get; } = contract.Parameters.Any(parameter => parameter is { In: "query", Name: "limit" });

    /// <summary>The schema of the JSON body. An operation without a body accepts an empty object, since many clients send one with each write.</summary>
    public SchemaNode Body { get; } = contract.Body?.Content.GetValueOrDefault(Call.Json) ?? nothing;

    /// <summary>The part of a multipart body that holds a file; null for an operation whose body is JSON.</summary>
    public string? FileField { get; } = contract.Body?.Content.GetValueOrDefault(Multipart)?.Properties
        .Single(property => property.Schema.Format == BinaryFormat).Name;

    /// <summary>The media types of a success, JSON first; JSON also for an operation without a response body, since its errors are JSON.</summary>
    public IReadOnlyList<string> Produces { get; } =
        [Call.Json, .. contract.Response(info.SuccessStatus)?.Content.Keys.Where(type => type != Call.Json) ?? []];

    public bool NeedsBody { get; } = contract.Body is { Required: true } body && body.Content.ContainsKey(Call.Json);
}
