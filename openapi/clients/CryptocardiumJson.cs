using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Cryptocardium.Client;

/// <summary>
/// The JSON settings of the client that nswag-csharp.json generates. A member without a value is not sent, so a PATCH keeps it.
/// </summary>
public static class CryptocardiumJson
{
    /// <summary>The generated clients call this once.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { KeepConverterOfEnums, SendCleared } };
        return options;
    }

    // The converter of the generated attribute writes the C# name of a value, such as Sandbox, in place of the contract's.
    private static void KeepConverterOfEnums(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if ((Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType).IsEnum)
            {
                property.CustomConverter = null;
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
