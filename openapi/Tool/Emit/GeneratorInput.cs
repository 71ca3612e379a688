using System.Text.Json.Nodes;

namespace Cryptocardium.Contract.Emit;

/// <summary>
/// Rewrites the contract for NSwag. NSwag does not convert snake_case, so every name gets its C# spelling. It would turn closed enums into
/// C# enums, which are serialized as numbers inside lists, so a closed enum becomes a string like an open one. An amount (<c>x-usd</c>)
/// becomes Kernel's <c>Usd</c>, a component that nswag.json excludes from generation.
/// </summary>
internal static class GeneratorInput
{
    /// <summary>The C# name of an operation, a parameter or a property; templates read <c>ExtensionData["x-name"]</c>.</summary>
    private const string NameKey = "x-name";

    /// <summary>The snake_case name of an operation.</summary>
    private const string OperationKey = "x-operation";

    /// <summary>Marks an operation that is a query although it is no GET. Liquid takes any text for <c>true</c>, so this is a boolean.</summary>
    private const string QueryKey = "x-query";

    /// <summary>The C# name of the variable of a parameter.</summary>
    private const string VariableKey = "x-variable";

    /// <summary>The only value of a property, such as the type of an object.</summary>
    private const string ConstantKey = "x-constant";

    /// <summary>Marks a member that a merge patch can clear: null and absent differ.</summary>
    private const string ChangeKey = "x-change";

    private const string Json = "application/json";

    public static JsonObject Of(JsonObject contract)
    {
        var copy = (JsonObject)contract.DeepClone();
        MarkChanges((JsonObject)copy["components"]!["schemas"]!);
        Visit(copy);
        copy["components"]!["schemas"]!["Usd"] = UsdPlaceholder();
        foreach (var operation in Operations(copy))
        {
            var id = operation["operationId"]!.GetValue<string>();
            operation[NameKey] = Names.Pascal(id);
            operation[OperationKey] = Names.Snake(id);
            operation[QueryKey] = IsText(operation["x-idempotency"], "ignored");
            KeepJsonResponses(operation);
            RemoveUpload(operation);
        }
        return copy;
    }

    /// <summary>Marks nullable members. Only requests have them (CONTRACT305), and their null clears a value.</summary>
    private static void MarkChanges(JsonObject schemas)
    {
        foreach (var property in schemas.SelectMany(schema => schema.Value!["properties"]?.AsObject() ?? []).Select(member => member.Value!))
        {
            var target = property["$ref"]?.GetValue<string>().Split('/')[^1];
            var schema = target is null ? property : schemas[target];
            if (schema?["nullable"]?.GetValue<bool>() is true)
                property[ChangeKey] = true;
        }
    }

    /// <summary>Removes other media types than JSON from responses: handlers write them as downloads, which have no type.</summary>
    private static void KeepJsonResponses(JsonObject operation)
    {
        foreach (var (_, response) in (JsonObject)operation["responses"]!)
        {
            if (response!["content"] is not JsonObject content)
                continue;
            foreach (var other in content.Select(media => media.Key).Where(type => type != Json).ToList())
                content.Remove(other);
            if (content.Count == 0)
                response.AsObject().Remove("content");
        }
    }

    /// <summary>Removes request bodies that are not JSON: the edge reads them before the message exists.</summary>
    private static void RemoveUpload(JsonObject operation)
    {
        if (operation["requestBody"]?["content"] is JsonObject content && !content.ContainsKey(Json))
            operation.Remove("requestBody");
    }

    /// <summary>The component for amounts. Without a property, NSwag would treat it as an object of any kind.</summary>
    private static JsonObject UsdPlaceholder() => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject { ["micros"] = new JsonObject { ["type"] = "integer" } },
    };

    private static IEnumerable<JsonObject> Operations(JsonObject contract) =>
        from path in (JsonObject)contract["paths"]!
        from member in (JsonObject)path.Value!
        where member.Value is JsonObject operation && operation.ContainsKey("operationId")
        select (JsonObject)member.Value!;

    private static void Visit(JsonNode? node)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array)
                Visit(item);
        }
        if (node is not JsonObject map)
            return;

        if (map["enum"] is JsonArray values && IsText(map["type"], "string"))
        {
            map.Remove("enum");
            if (values is [var only])
                map[ConstantKey] = only!.DeepClone();
        }
        if (IsText(map["format"], "uri"))
            map.Remove("format");
        if (map["in"] is JsonValue && map["name"] is JsonValue name)
        {
            map[NameKey] = Names.Pascal(name.GetValue<string>());
            map[VariableKey] = Names.Camel(name.GetValue<string>());
            map["schema"] = Typed(map["schema"]!);
        }
        if (map["properties"] is JsonObject properties)
            Spell(properties);
        // Examples are data and contain no schemas.
        foreach (var (key, value) in map)
        {
            if (key is not ("example" or "examples"))
                Visit(value);
        }
    }

    /// <summary>Names the properties. A bare <c>$ref</c> cannot have a name, so it is wrapped in allOf.</summary>
    private static void Spell(JsonObject properties)
    {
        foreach (var (name, value) in properties.ToList())
        {
            var property = Typed(value!);
            if (property["$ref"] is not null)
                property = new JsonObject { ["allOf"] = new JsonArray(property) };
            if (value!["description"] is { } description)
                property["description"] = description.DeepClone();
            if (value[ChangeKey] is not null)
                property[ChangeKey] = true;
            property[NameKey] = Names.Pascal(name);
            properties[name] = property;
        }
    }

    /// <summary>A copy of the schema, or a reference to <c>Usd</c> for an amount.</summary>
    private static JsonNode Typed(JsonNode schema) =>
        schema["x-usd"] is null ? schema.DeepClone() : new JsonObject { ["$ref"] = "#/components/schemas/Usd" };

    private static bool IsText(JsonNode? node, string text) => node is JsonValue value && value.TryGetValue<string>(out var actual) && actual == text;
}
