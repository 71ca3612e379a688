using System.Text.Json.Serialization;

namespace Cryptocardium.Kernel;

/// <summary>
/// A value that must not be seen: a PAN, a CVV, a key, a token, a password. It prints as a mask, cannot be serialised, and is
/// opened only by <see cref="Reveal"/>, which a reviewer can search for.
/// </summary>
/// <param name="value">The value to hide.</param>
[JsonConverter(typeof(SecretJson))]
public readonly struct Secret<T>(T value)
{
    private readonly T value = value;

    /// <summary>The value. Whoever calls this answers for where it goes.</summary>
    public T Reveal() => value;

    /// <inheritdoc/>
    public override string ToString() => "***";
}
