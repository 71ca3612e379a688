namespace Cryptocardium.Kernel;

/// <summary>
/// An identifier of one kind of resource: a prefix, an underscore and 24 lower-case hex digits, sortable by creation. Clients must not rely
/// on the length.
/// </summary>
/// <typeparam name="TSelf">The struct that implements it.</typeparam>
public interface IId<TSelf>
    where TSelf : struct, IId<TSelf>
{
    /// <summary>The text before the underscore. A prefix is never reused for another kind.</summary>
    static abstract string Prefix { get; }

    /// <summary>The whole text, prefix included.</summary>
    string Value { get; }

    /// <summary>The identifier with a text, unchecked: only the database knows whether the resource exists.</summary>
    static abstract TSelf From(string value);
}
