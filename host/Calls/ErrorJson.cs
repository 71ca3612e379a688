using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Cryptocardium.Kernel;

namespace Cryptocardium.Host.Calls;

// Writes the error body (product documentation, "Errors") directly from the error, also for requests that reach no operation.
internal static class ErrorJson
{
    /// <summary>The page of the error codes, which has an anchor per code. The address is part of v1 and stays.</summary>
    public const string DocPath = "/docs/errors";

    private const int UsualBytes = 768;

    // Relaxed escaping keeps quotes readable; it is safe because the body is served as JSON and never embedded in HTML.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="error">The error.</param>
    /// <param name="requestId">The id of the request.</param>
    /// <param name="origin">The public address of the server.</param>
    /// <param name="isLogged">Whether the caller can read the request in its log.</param>
    public static byte[] Of(Error error, string requestId, string origin, bool isLogged)
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

        writer.WriteString("doc_url"u8, $"{origin}{DocPath}#{error.Kind.Code}");
        if (isLogged)
        {
            writer.WriteString("request_log_url"u8, $"{origin}/v1/request_logs/{requestId}");
        }

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
