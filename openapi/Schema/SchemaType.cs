namespace Cryptocardium.Schema;

#pragma warning disable CA1720 // names of OpenAPI
/// <summary>The <c>type</c> of a schema.</summary>
public enum SchemaType
{
    /// <summary>Any value; no type is stated.</summary>
    Any,

    /// <summary>A JSON object.</summary>
    Object,

    /// <summary>A JSON array.</summary>
    Array,

    /// <summary>A JSON string.</summary>
    String,

    /// <summary>A JSON number.</summary>
    Number,

    /// <summary>A JSON number without fraction and exponent, of 32 bits, or of 64 bits with format int64.</summary>
    Integer,

    /// <summary>true or false.</summary>
    Boolean,
}
#pragma warning restore CA1720
