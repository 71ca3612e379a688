using System.Text.Json.Serialization;

namespace Cryptocardium.Kernel;

/// <summary>
/// A confidential value: a PAN, a CVV, a key, a token, a password. It prints as a mask, cannot be serialized, and is read only by
/// <see cref="Reveal"/>, which a reviewer can search for.
/// </summary>
/// <param name="value">The confidential value.</param>
[JsonConverter(typeof(SecretJson))]
public readonly struct Secret<T>(T value)
{
    private readonly T value = value;

    /// <summary>The value. Callers must not store, log or send it in clear.</summary>
    public T Reveal() => value;

    /// <inheritdoc/>
    public override string ToString() => "***";
}
