using System.Text.Json;
using System.Text.RegularExpressions;

namespace Cryptocardium.Schema;

/// <summary>
/// A schema of the OpenAPI 3.0.3 subset, with references resolved: two references to one component are the same node, and a
/// recursive schema is a cycle of nodes. Immutable once the contract is loaded.
/// </summary>
public sealed class SchemaNode
{
    internal static readonly SchemaNode Anything = new();

    internal SchemaNode()
    {
    }

    /// <summary>The component's name, or null for an inline schema.</summary>
    public string? Name { get; internal set; }

    /// <summary>The type; <see cref="SchemaType.Any"/> if none is stated.</summary>
    public SchemaType Type { get; internal set; }

    /// <summary>Whether null is allowed, regardless of the other keywords.</summary>
    public bool Nullable { get; internal set; }

    /// <summary>The format. Only date, date-time, int32 and int64 are checked.</summary>
    public string? Format { get; internal set; }

    /// <summary>Whether this is an amount (<c>x-usd: true</c>): at most two decimals and 1e9, no exponent.</summary>
    public bool IsUsd { get; internal set; }

    /// <summary>The values of a closed enum; empty if there is none.</summary>
    public IReadOnlyList<JsonElement> Enum { get; internal set; } = [];

    /// <summary>The pattern as written, in the ECMAScript dialect.</summary>
    public string? Pattern { get; internal set; }

    /// <summary>Bounds of a string, in Unicode code points.</summary>
    public int? MinLength { get; internal set; }

    /// <inheritdoc cref="MinLength"/>
    public int? MaxLength { get; internal set; }

    /// <summary>Bounds of a number; the bound itself is allowed unless it is exclusive.</summary>
    public decimal? Minimum { get; internal set; }

    /// <inheritdoc cref="Minimum"/>
    public decimal? Maximum { get; internal set; }

    /// <summary>Whether the minimum itself is refused.</summary>
    public bool ExclusiveMinimum { get; internal set; }

    /// <summary>Whether the maximum itself is refused.</summary>
    public bool ExclusiveMaximum { get; internal set; }

    /// <summary>The schema of an array's items, or null for any.</summary>
    public SchemaNode? Items { get; internal set; }

    /// <summary>Bounds of an array's length.</summary>
    public int? MinItems { get; internal set; }

    /// <inheritdoc cref="MinItems"/>
    public int? MaxItems { get; internal set; }

    /// <summary>Whether equal items are refused.</summary>
    public bool UniqueItems { get; internal set; }

    /// <summary>The members in the order of the contract.</summary>
    public IReadOnlyList<SchemaProperty> Properties => Members;

    /// <summary>Whether members that are not named are allowed; true by default.</summary>
    public bool AdditionalAllowed { get; internal set; } = true;

    /// <summary>The schema of members that are not named, or null for any.</summary>
    public SchemaNode? Additional { get; internal set; }

    /// <summary>Bounds of the number of members.</summary>
    public int? MinProperties { get; internal set; }

    /// <inheritdoc cref="MinProperties"/>
    public int? MaxProperties { get; internal set; }

    /// <summary>Schemas that must all hold.</summary>
    public IReadOnlyList<SchemaNode> AllOf { get; internal set; } = [];

    /// <summary>Schemas of which at least one must hold, if there are any.</summary>
    public IReadOnlyList<SchemaNode> AnyOf { get; internal set; } = [];

    /// <summary>Schemas of which exactly one must hold, if there are any.</summary>
    public IReadOnlyList<SchemaNode> OneOf { get; internal set; } = [];

    /// <summary>A schema that must not hold.</summary>
    public SchemaNode? Not { get; internal set; }

    /// <summary>The member that selects the schema of <see cref="OneOf"/>, or null.</summary>
    public Discriminator? Discriminator { get; internal set; }

    /// <summary>The JSON of the schema, with descriptions, examples, defaults and extensions.</summary>
    public JsonElement Source { get; internal set; }

    internal SchemaProperty[] Members { get; set; } = [];

    /// <summary>The values of an open enum that this version knows.</summary>
    internal string[] KnownValues { get; set; } = [];

    internal string[] EnumTexts { get; set; } = [];

    internal decimal[] EnumNumbers { get; set; } = [];

    internal Regex? Regex { get; set; }

    internal bool IsComposed => AllOf.Count + AnyOf.Count + OneOf.Count > 0 || Not is not null;

    internal bool HasTextRules =>
        Regex is not null || MinLength is not null || MaxLength is not null || Enum.Count > 0 || Format is "date-time" or "date";

    /// <inheritdoc/>
    public override string ToString() => Name ?? Type.ToString();
}
