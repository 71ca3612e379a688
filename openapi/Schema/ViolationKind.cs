namespace Cryptocardium.Schema;

/// <summary>What is wrong with a value. The host maps each kind to a documented error code.</summary>
public enum ViolationKind
{
    /// <summary>Not JSON: syntax, trailing data, a lone surrogate. Reported alone.</summary>
    Malformed,

    /// <summary>The bytes are not UTF-8. Reported alone.</summary>
    InvalidUtf8,

    /// <summary>Nested deeper than allowed. Reported alone.</summary>
    TooDeep,

    /// <summary>U+0000 in a string or a name.</summary>
    NulCharacter,

    /// <summary>A member, or a parameter that takes one value, is given twice.</summary>
    Duplicate,

    /// <summary>A member that the schema does not know and does not allow.</summary>
    Unknown,

    /// <summary>A required member, parameter or body is missing.</summary>
    Missing,

    /// <summary>Another JSON type than the schema's.</summary>
    WrongType,

    /// <summary>null where the schema is not nullable.</summary>
    Null,

    /// <summary>None of the values of a closed enum.</summary>
    NotInEnum,

    /// <summary>The pattern does not match.</summary>
    Pattern,

    /// <summary>Not a date or a date-time (RFC 3339).</summary>
    Format,

    /// <summary>Too few or too many code points.</summary>
    Length,

    /// <summary>Below the minimum or above the maximum. A business refusal where the schema is money.</summary>
    OutOfRange,

    /// <summary>Too few or too many items, or equal ones.</summary>
    Items,

    /// <summary>Too few or too many members.</summary>
    Members,

    /// <summary>A number outside what is computed with: for money an exponent or more than 1e9, else more than decimal holds.</summary>
    NumberForm,

    /// <summary>Money with more than two decimals. A business refusal.</summary>
    AmountPrecision,

    /// <summary>anyOf, oneOf or not is not satisfied.</summary>
    NoMatch,
}
