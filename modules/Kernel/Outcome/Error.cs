namespace Cryptocardium.Kernel;

/// <summary>A refusal: an entry of the error catalogue with the details of this call.</summary>
/// <param name="Kind">The entry.</param>
public sealed record Error(ErrorKind Kind)
{
    /// <summary>The member or parameter at fault, <c>merchant.mcc</c>.</summary>
    public string? Param { get; init; }

    /// <summary>Overrides the catalogue's message.</summary>
    public string? Message { get; init; }

    /// <summary>A suggested next step.</summary>
    public string? Hint { get; init; }

    /// <summary>The amount that the operation needed.</summary>
    public Usd? Required { get; init; }

    /// <summary>The amount that was available.</summary>
    public Usd? Available { get; init; }

    /// <summary>Seconds to wait before a retry.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>The exceeded limit, when it is not the caller's general one; the response headers describe it.</summary>
    public int? Limit { get; init; }

    /// <summary>All fields at fault when there are several.</summary>
    public IReadOnlyList<Error> Others { get; init; } = [];

    /// <summary>The message with the field's name filled in.</summary>
    public string Text => (Message ?? Kind.Message).Replace("{param}", Param ?? "value", StringComparison.Ordinal);

    /// <summary>A kind without further detail is an error.</summary>
    public static implicit operator Error(ErrorKind kind) => new(kind);
}
