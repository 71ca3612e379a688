namespace Cryptocardium.Kernel;

/// <summary>Carries the result of a preparation to the handler of the same message. Scoped: a message sees the results of its own preparations.</summary>
/// <typeparam name="T">The result; each preparation has a type of its own.</typeparam>
public sealed class Prepared<T>
    where T : class
{
    /// <summary>The result; null when the preparation has set none.</summary>
    public T? Found { get; private set; }

    /// <summary>The result, for a handler that requires it.</summary>
    /// <exception cref="InvalidOperationException">No preparation has set a result.</exception>
    public T Value => Found ?? throw new InvalidOperationException($"No preparation left a {typeof(T).Name}.");

    /// <summary>Sets the result; called by the preparation.</summary>
    public void Leave(T result) => Found = result;
}
