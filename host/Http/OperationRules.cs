using Cryptocardium.Host.Http.Uploads;
using Cryptocardium.Kernel;
using Cryptocardium.Schema;

namespace Cryptocardium.Host.Http;

// What the contract demands of the requests to one operation.
internal sealed class OperationRules(OperationInfo info, ContractOperation contract, SchemaNode nothing)
{
    private const string PublicScope = "public";
    private const string BinaryFormat = "binary";

    public OperationInfo Info => info;

    public bool IsPublic { get; } = info.Scope == PublicScope;

    public bool IsRead { get; } = HttpMethods.IsGet(info.Method);

    public ContractParameter[] Path { get; } = [.. contract.Parameters.Where(parameter => parameter.In == "path")];

    public ContractParameter[] Query { get; } = [.. contract.Parameters.Where(parameter => parameter.In == "query")];

    /// <summary>An operation that takes no body takes an empty object as well: many clients send one with every write.</summary>
    public SchemaNode Body { get; } = contract.Body?.Content.GetValueOrDefault(ContentRules.Json) ?? nothing;

    /// <summary>The part of a multipart body that holds a file; null for an operation whose body is JSON.</summary>
    public string? FileField { get; } = contract.Body?.Content.GetValueOrDefault(UploadReader.MediaType)?.Properties
        .Single(property => property.Schema.Format == BinaryFormat).Name;

    /// <summary>The media types of its success, JSON first. An operation without a body takes whoever takes JSON, for its errors.</summary>
    public IReadOnlyList<string> Produces { get; } =
        [ContentRules.Json, .. contract.Response(info.SuccessStatus)?.Content.Keys.Where(type => type != ContentRules.Json) ?? []];

    public bool NeedsBody { get; } = contract.Body is { Required: true } body && body.Content.ContainsKey(ContentRules.Json);
}
