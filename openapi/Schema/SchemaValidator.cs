using System.Runtime.InteropServices;
using System.Text.Json;

namespace Cryptocardium.Schema;

/// <summary>Checks parsed JSON (responses in tests, examples) with the same walk as request bodies.</summary>
public static class SchemaValidator
{
    /// <summary>Adds the violations of the value to the list.</summary>
    public static void ValidateJson(JsonElement value, SchemaNode schema, ICollection<Violation> violations)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(violations);
        foreach (var violation in Walk.Check(JsonMarshal.GetRawUtf8Value(value), schema, Place.DepthMax))
        {
            violations.Add(violation);
        }
    }
}
