namespace Cryptocardium.Schema;

/// <summary>A response of an operation.</summary>
/// <param name="Headers">Its headers by name, case-insensitive.</param>
/// <param name="Content">The schema by media type; empty for a response without a body.</param>
public sealed record ContractResponse(
    IReadOnlyDictionary<string, ContractParameter> Headers,
    IReadOnlyDictionary<string, SchemaNode> Content);
