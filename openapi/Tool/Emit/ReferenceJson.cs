using System.Text.Json.Nodes;

namespace Cryptocardium.Contract.Emit;

/// <summary>
/// Writes the contract for readers: each description also says what an extension states, such as the scope of an operation and the known
/// values of an open enum.
/// </summary>
internal static class ReferenceJson
{
    public static JsonObject Of(ContractDocument document, JsonObject contract)
    {
        var copy = (JsonObject)contract.DeepClone();
        foreach (var operation in document.Operations)
            Append((JsonObject)copy["paths"]![operation.Route]![operation.Method.ToLowerInvariant()]!, Requirement(operation.Scope));
        foreach (var schema in document.Schemas)
        {
            if (schema.Value["x-extensible-enum"] is { } values)
                Append((JsonObject)copy["components"]!["schemas"]![schema.Name]!, $"Known values: {string.Join(", ", values.Items.Select(value => $"`{value.Text}`"))}.");
        }
        return copy;
    }

    private static string Requirement(string scope) => scope switch
    {
        "public" => "Needs no credential.",
        "any" => "Needs a credential of any kind.",
        "session" => "Needs a session.",
        "panel" => "Needs a session of the panel.",
        _ => $"Needs the scope `{scope}`.",
    };

    private static void Append(JsonObject node, string sentence) =>
        node["description"] = $"{node["description"]?.GetValue<string>().TrimEnd()}\n\n{sentence}".TrimStart();
}
