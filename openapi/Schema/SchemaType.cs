namespace Cryptocardium.Schema;

#pragma warning disable CA1720 // the names that OpenAPI gives the types
/// <summary>The <c>type</c> of a schema.</summary>
public enum SchemaType
{
    /// <summary>No type is stated: any value.</summary>
    Any,

    /// <summary>A JSON object.</summary>
    Object,

    /// <summary>A JSON array.</summary>
    Array,

    /// <summary>A JSON string.</summary>
    String,

    /// <summary>A JSON number.</summary>
    Number,

    /// <summary>A JSON number written without fraction and exponent, in 32 bits, or in 64 with format int64.</summary>
    Integer,

    /// <summary>true or false.</summary>
    Boolean,
}
#pragma warning restore CA1720
