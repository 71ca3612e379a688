using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cryptocardium.Kernel;

/// <summary>Refuses to serialise a secret; reaching it is a bug.</summary>
public sealed class SecretJson : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Secret<>);

    /// <inheritdoc/>
    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("A secret is never serialised.");
}
