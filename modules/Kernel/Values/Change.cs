namespace Cryptocardium.Kernel;

/// <summary>
/// A member of a JSON merge patch (RFC 7396). What was left out stays as it is; what was given replaces it, and a null clears it.
/// </summary>
/// <typeparam name="T">The member's type, which can be null.</typeparam>
/// <param name="IsGiven">Whether the request has the member.</param>
/// <param name="Value">The new value; null when it is cleared or left out.</param>
public readonly record struct Change<T>(bool IsGiven, T? Value)
{
    /// <summary>What holds after the patch.</summary>
    /// <param name="current">What holds before it.</param>
    public T? Or(T? current) => IsGiven ? Value : current;
}
