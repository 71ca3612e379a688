using System.Diagnostics.CodeAnalysis;

namespace Cryptocardium.Kernel;

/// <summary>The value of an operation, or its refusal. Exceptions are for bugs and broken infrastructure.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public readonly struct Result<T> : IOutcome<Result<T>>
{
    private readonly T? value;

    private Result(T? value, Error? error)
    {
        this.value = value;
        Error = error;
    }

    /// <inheritdoc/>
    public Error? Error { get; }

    /// <inheritdoc/>
    public object? Body => value;

    /// <summary>The value of a result that is not a refusal.</summary>
    /// <exception cref="InvalidOperationException">The operation was refused.</exception>
    public T Value => Error is null ? value! : throw new InvalidOperationException($"Refused: {Error.Kind.Code}.");

    /// <summary>The refusal; null when there is a value.</summary>
    public bool Refused([NotNullWhen(true)] out Error? error)
    {
        error = Error;
        return error is not null;
    }

    /// <inheritdoc/>
    public static Result<T> Refuse(Error error) => new(default, error);

    /// <summary>A value is a result.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>An error is a result.</summary>
    public static implicit operator Result<T>(Error error) => Refuse(error);

    /// <summary>An entry of the catalogue is a result.</summary>
    public static implicit operator Result<T>(ErrorKind kind) => Refuse(kind);
}
