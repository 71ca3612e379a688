using System.Globalization;
using System.Text.Json;

namespace Cryptocardium.Schema;

/// <summary>Compares JSON values by a canonical text, regardless of the order of members and the spelling of numbers.</summary>
internal static class Uniqueness
{
    public static bool HasEqualItems(Utf8JsonReader array)
    {
        var items = JsonElement.ParseValue(ref array);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        return items.EnumerateArray().Any(item => !keys.Add(Key(item)));
    }

    private static string Key(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(',', value.EnumerateObject()
            .OrderBy(member => member.Name, StringComparer.Ordinal)
            .Select(member => $"{JsonSerializer.Serialize(member.Name)}:{Key(member.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(',', value.EnumerateArray().Select(Key))}]",
        JsonValueKind.String => JsonSerializer.Serialize(value.GetString()),
        JsonValueKind.Number when value.TryGetDecimal(out var number) => number.ToString("G29", CultureInfo.InvariantCulture),
        _ => value.GetRawText(),
    };
}
