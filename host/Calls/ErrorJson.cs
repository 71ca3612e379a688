using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Cryptocardium.Kernel;

namespace Cryptocardium.Host.Calls;

// Writes the error body (product documentation, "Errors") directly from the error, also for requests that reach no operation.
internal static class ErrorJson
{
    // Relative, since the server does not know its public address.
    private const string DocUrl = "/docs";
    private const int UsualBytes = 512;

    // Relaxed escaping keeps quotes readable; it is safe because the body is served as JSON and never embedded in HTML.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Of(Error error, string requestId)
    {
        var buffer = new ArrayBufferWriter<byte>(UsualBytes);
        using var writer = new Utf8JsonWriter(buffer, Options);
        writer.WriteStartObject();
        writer.WriteString("object"u8, "error"u8);
        writer.WriteString("type"u8, error.Kind.Type);
        writer.WriteString("code"u8, error.Kind.Code);
        writer.WriteString("message"u8, error.Text);
        if (!string.IsNullOrEmpty(error.Param))
        {
            writer.WriteString("param"u8, error.Param);
        }

        writer.WriteString("request_id"u8, requestId);
        WriteErrors(writer, error.Others);
        if (error.Hint is { } hint)
        {
            writer.WriteString("hint"u8, hint);
        }

        writer.WriteString("doc_url"u8, DocUrl);
        WriteAmount(writer, "required_usd"u8, error.Required);
        WriteAmount(writer, "available_usd"u8, error.Available);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteErrors(Utf8JsonWriter writer, IReadOnlyList<Error> errors)
    {
        if (errors.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("errors"u8);
        foreach (var each in errors)
        {
            writer.WriteStartObject();
            writer.WriteString("param"u8, each.Param ?? "");
            writer.WriteString("code"u8, each.Kind.Code);
            writer.WriteString("message"u8, each.Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteAmount(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Usd? amount)
    {
        if (amount is { } value)
        {
            writer.WritePropertyName(name);
            JsonSerializer.Serialize(writer, value, V1.V1Json.Default.Usd);
        }
    }
}
