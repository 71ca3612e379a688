namespace Cryptocardium.Kernel;

/// <summary>A refusal: an entry of the catalogue and what this call adds to it.</summary>
/// <param name="Kind">The entry.</param>
public sealed record Error(ErrorKind Kind)
{
    /// <summary>The member or parameter at fault, <c>merchant.mcc</c>.</summary>
    public string? Param { get; init; }

    /// <summary>Overrides the catalogue's message.</summary>
    public string? Message { get; init; }

    /// <summary>The next step, where one helps.</summary>
    public string? Hint { get; init; }

    /// <summary>What the refused operation would have needed.</summary>
    public Usd? Required { get; init; }

    /// <summary>What there was.</summary>
    public Usd? Available { get; init; }

    /// <summary>Seconds to wait before the same call makes sense again.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>How often was allowed, when a limit of its own refuses; the answer's headers describe it.</summary>
    public int? Limit { get; init; }

    /// <summary>All fields at fault when there are several.</summary>
    public IReadOnlyList<Error> Others { get; init; } = [];

    /// <summary>The message with its field filled in.</summary>
    public string Text => (Message ?? Kind.Message).Replace("{param}", Param ?? "value", StringComparison.Ordinal);

    /// <summary>A kind without further detail is an error.</summary>
    public static implicit operator Error(ErrorKind kind) => new(kind);
}
