using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Cryptocardium.Schema;

/// <summary>Reads schemas into nodes; a referenced schema is read once.</summary>
internal sealed class SchemaReader(JsonElement document)
{
    private const string Components = "#/components/schemas/";

    private readonly Dictionary<string, SchemaNode> byReference = [];
    private readonly Dictionary<string, Regex> patterns = [];

    public SchemaNode Component(string name) => Referenced(Components + name);

    public SchemaNode Read(JsonElement element) =>
        ReferenceOf(element) is { } reference ? Referenced(reference) : Fill(new SchemaNode(), element);

    /// <summary>Follows references to the element that is not a reference.</summary>
    public JsonElement Resolve(JsonElement element)
    {
        for (var hops = 0; ReferenceOf(element) is { } reference; hops++)
        {
            element = hops < 16 ? Find(reference) : throw new ContractException($"{reference} refers to itself.");
        }

        return element;
    }

    private SchemaNode Referenced(string reference)
    {
        if (byReference.TryGetValue(reference, out var known))
        {
            return known;
        }

        var element = Find(reference);
        if (ReferenceOf(element) is not null)
        {
            Resolve(element);
            return byReference[reference] = Read(element);
        }

        // Registered before it is filled, so that a schema may contain itself.
        var isComponent = reference.StartsWith(Components, StringComparison.Ordinal);
        var node = new SchemaNode { Name = isComponent ? reference[Components.Length..] : null };
        byReference.Add(reference, node);
        return Fill(node, element);
    }

    private JsonElement Find(string reference)
    {
        var found = document;
        foreach (var part in reference.Split('/').Skip(1))
        {
            var name = Uri.UnescapeDataString(part)
                .Replace("~1", "/", StringComparison.Ordinal)
                .Replace("~0", "~", StringComparison.Ordinal);
            found = found.ValueKind switch
            {
                JsonValueKind.Object when found.TryGetProperty(name, out var member) => member,
                JsonValueKind.Array when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var i)
                    && i < found.GetArrayLength() => found[i],
                _ => throw new ContractException($"{reference} leads nowhere."),
            };
        }

        return found;
    }

    private static string? ReferenceOf(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty("$ref", out var reference) ? reference.GetString() : null;

    private SchemaNode Fill(SchemaNode node, JsonElement element)
    {
        node.Source = element;
        foreach (var keyword in element.EnumerateObject())
        {
            if (!FillScalar(node, keyword.Name, keyword.Value) && !FillNested(node, keyword.Name, keyword.Value) && !IsNote(keyword.Name))
            {
                throw new ContractException($"The schema {node.Name} uses {keyword.Name}, which is outside the subset.");
            }
        }

        node.Members = Members(node, element);
        return node;
    }

    private static bool IsNote(string keyword) =>
        keyword.StartsWith("x-", StringComparison.Ordinal)
        || keyword is "title" or "description" or "default" or "example" or "readOnly" or "writeOnly" or "deprecated"
            or "externalDocs" or "required" or "properties";

    private bool FillScalar(SchemaNode node, string keyword, JsonElement value)
    {
        switch (keyword)
        {
            case "type": node.Type = Enum.Parse<SchemaType>(value.GetString()!, ignoreCase: true); break;
            case "nullable": node.Nullable = value.GetBoolean(); break;
            case "format": node.Format = value.GetString(); break;
            case "x-extensible-enum": node.KnownValues = [.. value.EnumerateArray().Select(known => known.GetString()!)]; break;
            case "x-usd": node.IsUsd = value.GetBoolean(); break;
            case "pattern": (node.Pattern, node.Regex) = (value.GetString(), Compiled(value.GetString()!)); break;
            case "minLength": node.MinLength = value.GetInt32(); break;
            case "maxLength": node.MaxLength = value.GetInt32(); break;
            case "minimum": node.Minimum = value.GetDecimal(); break;
            case "maximum": node.Maximum = value.GetDecimal(); break;
            case "exclusiveMinimum": node.ExclusiveMinimum = value.GetBoolean(); break;
            case "exclusiveMaximum": node.ExclusiveMaximum = value.GetBoolean(); break;
            case "minItems": node.MinItems = value.GetInt32(); break;
            case "maxItems": node.MaxItems = value.GetInt32(); break;
            case "uniqueItems": node.UniqueItems = value.GetBoolean(); break;
            case "minProperties": node.MinProperties = value.GetInt32(); break;
            case "maxProperties": node.MaxProperties = value.GetInt32(); break;
            default: return false;
        }

        return true;
    }

    private bool FillNested(SchemaNode node, string keyword, JsonElement value)
    {
        switch (keyword)
        {
            case "enum": FillEnum(node, [.. value.EnumerateArray()]); break;
            case "items": node.Items = Read(value); break;
            case "allOf": node.AllOf = All(value); break;
            case "anyOf": node.AnyOf = All(value); break;
            case "oneOf": node.OneOf = All(value); break;
            case "not": node.Not = Read(value); break;
            case "discriminator": node.Discriminator = ReadDiscriminator(value); break;
            case "additionalProperties" when value.ValueKind == JsonValueKind.Object: node.Additional = Read(value); break;
            case "additionalProperties": node.AdditionalAllowed = value.GetBoolean(); break;
            default: return false;
        }

        return true;
    }

    private static void FillEnum(SchemaNode node, JsonElement[] values)
    {
        if (values.Any(value => value.ValueKind is JsonValueKind.Object or JsonValueKind.Array))
        {
            throw new ContractException($"The schema {node.Name} lists an object or an array in its enum.");
        }

        node.Enum = values;
        node.EnumTexts = [.. values.Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!)];
        node.EnumNumbers = [.. values.Where(v => v.ValueKind == JsonValueKind.Number).Select(v => v.GetDecimal())];
    }

    private SchemaNode[] All(JsonElement schemas) => [.. schemas.EnumerateArray().Select(Read)];

    private Discriminator ReadDiscriminator(JsonElement value) => new(
        value.GetProperty("propertyName").GetString()!,
        value.TryGetProperty("mapping", out var mapping)
            ? mapping.EnumerateObject().ToFrozenDictionary(entry => entry.Name, entry => Referenced(entry.Value.GetString()!))
            : throw new ContractException("A discriminator needs a mapping."));

    // A required member without a schema is checked like the other unnamed members of the object.
    private SchemaProperty[] Members(SchemaNode node, JsonElement element)
    {
        var required = element.TryGetProperty("required", out var listed)
            ? listed.EnumerateArray().Select(name => name.GetString()!).ToHashSet()
            : [];
        var described = element.TryGetProperty("properties", out var properties)
            ? properties.EnumerateObject().Select(p => new SchemaProperty(p.Name, Read(p.Value), required.Remove(p.Name))).ToArray()
            : [];
        return [.. described, .. required.Select(name => new SchemaProperty(name, node.Additional ?? SchemaNode.Anything, true))];
    }

    private Regex Compiled(string pattern) =>
        patterns.TryGetValue(pattern, out var known) ? known : patterns[pattern] = EcmaPattern.Compile(pattern);
}
