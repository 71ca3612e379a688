using System.Globalization;

namespace Cryptocardium.Schema;

/// <summary>One way in which a value breaks its schema.</summary>
/// <param name="Kind">The kind of violation.</param>
/// <param name="Path">
/// The path, as in <c>param</c> of errors: <c>merchant.mcc</c>, <c>wallet_provision[0]</c>; empty for the root.
/// </param>
/// <param name="Keyword">The schema keyword that refused it, or <c>json</c>.</param>
public sealed record Violation(ViolationKind Kind, string Path, string Keyword)
{
    /// <summary>The bound that was crossed, for lengths, counts and ranges.</summary>
    public decimal? Limit { get; init; }

    /// <summary>The expected type, format or enum values, or an example of what the pattern accepts.</summary>
    public string? Expected { get; init; }

    /// <summary>Whether a business rule on an amount is broken (422), not the form (400).</summary>
    public bool Business { get; init; }

    /// <summary>A sentence for the caller, without the value itself.</summary>
    public string Message => $"{(Path.Length == 0 ? "The value" : Path)} {Sentence}.";

    private string Bound => Limit?.ToString(CultureInfo.InvariantCulture) ?? "";

    private string Sentence => Kind switch
    {
        ViolationKind.Malformed => "is not valid JSON",
        ViolationKind.InvalidUtf8 => "is not valid UTF-8",
        ViolationKind.TooDeep => $"is nested deeper than {Bound} levels",
        ViolationKind.Characters => "contains a control character or half of a surrogate pair",
        ViolationKind.Duplicate => "is given more than once",
        ViolationKind.Unknown => "is not known here",
        ViolationKind.Missing => "is required",
        ViolationKind.WrongType => $"must be of type {Expected}",
        ViolationKind.Null => "must not be null",
        ViolationKind.NotInEnum => $"must be one of {Expected}",
        ViolationKind.Pattern => $"must look like {Expected}",
        ViolationKind.Format when Expected == "date-time" =>
            "must be a time with its offset from UTC as in RFC 3339, such as 2026-05-01T00:00:00Z; in a query, + is written %2B",
        ViolationKind.Format => $"must be a {Expected} as in RFC 3339",
        ViolationKind.Length => $"must have {AtLeastOrMost} {Bound} characters",
        ViolationKind.OutOfRange => Keyword.StartsWith("exclusive", StringComparison.Ordinal)
            ? $"must be {(Keyword == "exclusiveMinimum" ? "more" : "less")} than {Bound}"
            : $"must be {AtLeastOrMost} {Bound}",
        ViolationKind.Items => Keyword == "uniqueItems" ? "must not repeat an item" : $"must have {AtLeastOrMost} {Bound} items",
        ViolationKind.Members => $"must have {AtLeastOrMost} {Bound} members",
        ViolationKind.NumberForm => Expected is null ? "is a number too large to handle" : $"must be {Expected}",
        ViolationKind.AmountPrecision => "must have at most two decimals",
        _ => "has none of the shapes that are allowed here",
    };

    private string AtLeastOrMost => Keyword.StartsWith("min", StringComparison.Ordinal) ? "at least" : "at most";
}
