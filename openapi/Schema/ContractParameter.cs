using System.Text.Json;

namespace Cryptocardium.Schema;

/// <summary>A parameter of an operation, or a header of a response (<paramref name="In"/> is <c>header</c>).</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="In"><c>path</c>, <c>query</c>, <c>header</c> or <c>cookie</c>.</param>
/// <param name="Required">Whether it is required.</param>
/// <param name="Schema">The schema of its value.</param>
/// <param name="Source">The JSON of the parameter.</param>
public sealed record ContractParameter(string Name, string In, bool Required, SchemaNode Schema, JsonElement Source);
