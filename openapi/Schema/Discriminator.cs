namespace Cryptocardium.Schema;

/// <summary>The member that selects the schema of an object.</summary>
/// <param name="Property">The member's JSON name.</param>
/// <param name="Mapping">The schema for each value of the member.</param>
public sealed record Discriminator(string Property, IReadOnlyDictionary<string, SchemaNode> Mapping);
