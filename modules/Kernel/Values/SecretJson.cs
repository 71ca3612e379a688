using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cryptocardium.Kernel;

/// <summary>Throws, because a secret must not be serialized.</summary>
public sealed class SecretJson : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Secret<>);

    /// <inheritdoc/>
    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("A secret cannot be serialized.");
}
