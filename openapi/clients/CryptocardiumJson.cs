using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Cryptocardium.Client;

/// <summary>
/// The JSON settings of the client that nswag-csharp.json generates. A member without a value is not sent, so a PATCH keeps it.
/// </summary>
public static class CryptocardiumJson
{
    private static readonly JsonStringEnumConverter Enums = new(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false);

    /// <summary>The generated clients call this once.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameEnums, SendCleared } };
        return options;
    }

    // The generated attribute writes the C# name of a value, such as Sandbox.
    private static void NameEnums(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if ((Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType).IsEnum)
            {
                property.CustomConverter = Enums;
            }
        }
    }

    private static void SendCleared(JsonTypeInfo type)
    {
        if (!type.Type.IsAssignableTo(typeof(IMergePatch)))
        {
            return;
        }

        foreach (var property in type.Properties)
        {
            property.ShouldSerialize = (patch, value) => value is not null || ((IMergePatch)patch).Cleared.Contains(property.Name);
        }
    }
}
