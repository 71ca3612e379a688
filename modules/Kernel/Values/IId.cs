namespace Cryptocardium.Kernel;

/// <summary>
/// An identifier of one kind of resource: a prefix, an underscore and 24 lower-case hex digits, sortable by creation. Clients
/// must not rely on the length.
/// </summary>
/// <typeparam name="TSelf">The struct that implements it.</typeparam>
public interface IId<TSelf>
    where TSelf : struct, IId<TSelf>
{
    /// <summary>What stands before the underscore; one prefix belongs to one kind for ever.</summary>
    static abstract string Prefix { get; }

    /// <summary>The whole text, prefix included.</summary>
    string Value { get; }

    /// <summary>Takes a text as it is; whether such a resource exists only the database can say.</summary>
    static abstract TSelf From(string value);
}
