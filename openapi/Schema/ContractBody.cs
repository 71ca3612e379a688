namespace Cryptocardium.Schema;

/// <summary>A request body.</summary>
/// <param name="Required">Whether it is required.</param>
/// <param name="Content">The schema by media type.</param>
public sealed record ContractBody(bool Required, IReadOnlyDictionary<string, SchemaNode> Content);
