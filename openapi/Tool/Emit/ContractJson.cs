using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Cryptocardium.Contract.Emit;

/// <summary>Converts the yaml to JSON with the same members in the same order, and numbers with the same digits.</summary>
internal static partial class ContractJson
{
    public static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static JsonObject Of(Node root) => (JsonObject)Convert(root)!;

    private static JsonNode? Convert(Node node)
    {
        if (node.IsMap)
            return new JsonObject(node.Members.Select(member => KeyValuePair.Create(member.Name, Convert(member.Value))));
        if (node.IsList)
            return new JsonArray([.. node.Items.Select(Convert)]);
        return node.IsPlain ? Plain(node.Text) : JsonValue.Create(node.Text);
    }

    /// <summary>Reads a plain scalar by the core schema of YAML 1.2: no sexagesimal numbers, no <c>yes</c>, no dates.</summary>
    private static JsonNode? Plain(string text) => text switch
    {
        "" or "~" or "null" => null,
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ when Number().IsMatch(text) => JsonNode.Parse(text),
        _ => JsonValue.Create(text),
    };

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$")]
    private static partial Regex Number();
}
