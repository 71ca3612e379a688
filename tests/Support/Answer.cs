using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Cryptocardium.Tests;

/// <summary>A response whose body was read to the end.</summary>
public sealed class Answer(HttpResponseMessage response, byte[] body)
{
    private readonly Lazy<JsonElement> json = new(() => JsonDocument.Parse(body).RootElement);

    /// <summary>The status.</summary>
    public HttpStatusCode Status => response.StatusCode;

    /// <summary>The bytes of the body.</summary>
    public byte[] Body => body;

    /// <summary>The body as JSON.</summary>
    public JsonElement Json => json.Value;

    /// <summary>The error's code; empty when there is none.</summary>
    public string Code => Text("code");

    /// <summary>The member or parameter that an error names.</summary>
    public string Param => Text("param");

    /// <summary>A member of the body as text; empty when it is absent.</summary>
    public string this[string member] => Text(member);

    /// <summary>A header's value; null when it is absent.</summary>
    public string? Header(string name) =>
        response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values)
            ? string.Join(",", values)
            : null;

    /// <summary>An amount exactly as the body has it: <c>487.20</c>.</summary>
    public string Money(string member) => Json.GetProperty(member).GetRawText();

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{(int)Status} {System.Text.Encoding.UTF8.GetString(body)}");

    private string Text(string member) =>
        body.Length > 0 && Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(member, out var value)
            ? value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText()
            : "";
}
