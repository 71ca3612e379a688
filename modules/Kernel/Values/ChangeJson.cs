using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Cryptocardium.Kernel;

/// <summary>Reads a member of a merge patch. The serializer calls it only for members that are present.</summary>
/// <typeparam name="T">The member's type.</typeparam>
public sealed class ChangeJson<T> : JsonConverter<Change<T>>
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override Change<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(
        IsGiven: true,
        reader.TokenType == JsonTokenType.Null ? default : JsonSerializer.Deserialize(ref reader, Info(options)));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Change<T> value, JsonSerializerOptions options)
    {
        if (value.Value is { } given)
        {
            JsonSerializer.Serialize(writer, given, Info(options));
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private static JsonTypeInfo<T> Info(JsonSerializerOptions options) => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
}
