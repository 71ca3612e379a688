namespace Cryptocardium.Schema;

/// <summary>The kinds of violations. The host maps each kind to an error code of the contract.</summary>
public enum ViolationKind
{
    /// <summary>Not JSON: syntax, trailing data. Reported alone.</summary>
    Malformed,

    /// <summary>The bytes are not UTF-8. Reported alone.</summary>
    InvalidUtf8,

    /// <summary>Nested deeper than allowed. Reported alone.</summary>
    TooDeep,

    /// <summary>A control character that the schema does not allow, or half of a surrogate pair, in a string or a name.</summary>
    Characters,

    /// <summary>A member, or a parameter that takes one value, is given twice.</summary>
    Duplicate,

    /// <summary>A member that the schema neither names nor allows.</summary>
    Unknown,

    /// <summary>A required member, parameter or body is missing.</summary>
    Missing,

    /// <summary>A JSON type other than the schema's.</summary>
    WrongType,

    /// <summary>Null for a schema that is not nullable.</summary>
    Null,

    /// <summary>Not a value of a closed enum.</summary>
    NotInEnum,

    /// <summary>The pattern does not match.</summary>
    Pattern,

    /// <summary>Not a date or a date-time (RFC 3339).</summary>
    Format,

    /// <summary>Too few or too many code points.</summary>
    Length,

    /// <summary>Below the minimum or above the maximum. For an amount, a business rule.</summary>
    OutOfRange,

    /// <summary>Too few or too many items, or equal ones.</summary>
    Items,

    /// <summary>Too few or too many members.</summary>
    Members,

    /// <summary>A number that cannot be processed: an amount with an exponent or above 1e9, another number outside the range of decimal.</summary>
    NumberForm,

    /// <summary>An amount with more than two decimals; a business rule.</summary>
    AmountPrecision,

    /// <summary>The keyword anyOf, oneOf or not is not satisfied.</summary>
    NoMatch,
}
