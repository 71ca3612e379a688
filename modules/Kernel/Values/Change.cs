namespace Cryptocardium.Kernel;

/// <summary>
/// A member of a JSON merge patch (RFC 7396). An absent member leaves the value unchanged, a present one replaces it, and null clears it.
/// </summary>
/// <typeparam name="T">The member's type, which can be null.</typeparam>
/// <param name="IsGiven">Whether the request has the member.</param>
/// <param name="Value">The new value; null when the value is cleared or the member is absent.</param>
public readonly record struct Change<T>(bool IsGiven, T? Value)
{
    /// <summary>The value after the patch.</summary>
    /// <param name="current">The value before the patch.</param>
    public T? Or(T? current) => IsGiven ? Value : current;
}
