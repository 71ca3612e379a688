using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Cryptocardium.Tests.Scenarios.Wire;

// Writes a body as a snapshot keeps it: indented, every number as it stands in the body (12.50 is not 12.5), and a placeholder for each
// value that differs from run to run. An id keeps its kind and gets a number, so that references stay visible.
internal sealed partial class WireText
{
    private const char Digit = '#';

    // Random digits and letters; their length and their punctuation stay.
    private static readonly HashSet<string> Masked = new(StringComparer.Ordinal) { "pan", "pan_compact", "cvv", "last4", "tracking_number" };

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);

    // The status line makes the snapshot plain text. JSON would be compared by its values: 12.50 like 12.5, members in any order.
    public string Of(Answer answer) => $"{(int)answer.Status} {answer.Header("Content-Type")}\n{Of(answer.Json)}";

    public string Of(JsonElement value)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            Write(writer, "", value);
        }

        return $"{Encoding.UTF8.GetString(stream.ToArray())}\n";
    }

    private void Write(Utf8JsonWriter writer, string member, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in value.EnumerateObject())
                {
                    writer.WritePropertyName(property.Name);
                    Write(writer, property.Name, property.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, member, item);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(Masked.Contains(member) ? LetterOrDigit().Replace(value.GetString()!, $"{Digit}") : Stable(value.GetString()!));
                break;
            default:
                writer.WriteRawValue(value.GetRawText());
                break;
        }
    }

    private string Stable(string text)
    {
        text = Id().Replace(text, match => Numbered(match.Groups["kind"].Value, match.Value));
        text = Token().Replace(text, "sess_<token>");
        text = Image().Replace(text, "<image>");
        text = Hash().Replace(text, "<hash>");
        return Address().Replace(text, "<address>");
    }

    private string Numbered(string kind, string id)
    {
        if (!ids.TryGetValue(id, out var name))
        {
            var known = ids.Values.Count(other => other.StartsWith($"{kind}_<", StringComparison.Ordinal));
            ids[id] = name = $"{kind}_<{known + 1}>";
        }

        return name;
    }

    [GeneratedRegex(@"\b(?<kind>[a-z]+)_[0-9a-f]{24}\b")]
    private static partial Regex Id();

    [GeneratedRegex(@"\bsess_[A-Za-z0-9_-]{25,}")]
    private static partial Regex Token();

    [GeneratedRegex("data:image/.*")]
    private static partial Regex Image();

    [GeneratedRegex(@"\b(?:0x)?[0-9a-f]{64}\b")]
    private static partial Regex Hash();

    [GeneratedRegex(@"\b(?:0x[0-9a-fA-F]{40}|T[1-9A-HJ-NP-Za-km-z]{33})\b")]
    private static partial Regex Address();

    [GeneratedRegex("[A-Za-z0-9]")]
    private static partial Regex LetterOrDigit();
}
