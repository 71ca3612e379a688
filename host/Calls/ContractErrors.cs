using Cryptocardium.Kernel;
using Cryptocardium.Schema;

namespace Cryptocardium.Host.Calls;

// Maps violations of the contract to codes of the error catalogue.
internal static class ContractErrors
{
    private const int ShownMax = 64;
    private const string Cursor = "cursor";

    public static Error Of(Violation violation, bool isBody) => new(KindOf(violation, isBody))
    {
        Param = violation.Path.Length == 0 ? null : violation.Path,
        Hint = violation.Limit is null && violation.Expected is null ? null : violation.Message,
    };

    /// <summary>A name that the caller chose, cut to a length that fits a message.</summary>
    public static string Shown(string name) => name.Length <= ShownMax ? name : $"{name[..ShownMax]}…";

    private static ErrorKind KindOf(Violation violation, bool isBody) => violation.Kind switch
    {
        ViolationKind.Duplicate => isBody ? Errors.DuplicateField : Errors.DuplicateParameter,
        _ when !isBody && violation.Path == Cursor => Errors.InvalidCursor,
        ViolationKind.Malformed or ViolationKind.TooDeep => Errors.MalformedJson,
        ViolationKind.InvalidUtf8 => Errors.InvalidUtf8,
        ViolationKind.Characters => Errors.InvalidCharacters,
        ViolationKind.Unknown => isBody ? Errors.UnknownField : Errors.UnknownParameter,
        ViolationKind.Missing => Errors.MissingRequiredField,
        ViolationKind.WrongType or ViolationKind.Null => Errors.InvalidType,
        ViolationKind.Pattern or ViolationKind.Format => Errors.InvalidFormat,
        ViolationKind.Length => IsLess(violation) ? Errors.ValueTooShort : Errors.ValueTooLong,
        ViolationKind.Items or ViolationKind.Members =>
            violation.Limit is null ? Errors.InvalidValue : IsLess(violation) ? Errors.ValueTooShort : Errors.ValueTooLong,
        ViolationKind.OutOfRange => OutOfRange(violation),
        ViolationKind.AmountPrecision => Errors.AmountPrecision,
        ViolationKind.NumberForm => violation.Limit is null ? Errors.InvalidNumber : Errors.AmountOutOfBounds,
        _ => Errors.InvalidValue,
    };

    private static ErrorKind OutOfRange(Violation violation) =>
        !violation.Business ? Errors.OutOfRange : IsLess(violation) ? Errors.AmountTooSmall : Errors.AmountOutOfBounds;

    private static bool IsLess(Violation violation) =>
        violation.Keyword.StartsWith("min", StringComparison.Ordinal) || violation.Keyword == "exclusiveMinimum";
}
