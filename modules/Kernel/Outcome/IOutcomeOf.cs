namespace Cryptocardium.Kernel;

/// <summary>Lets a pipeline behavior refuse without the value's type.</summary>
/// <typeparam name="TSelf">The result type itself.</typeparam>
public interface IOutcome<TSelf> : IOutcome
    where TSelf : IOutcome<TSelf>
{
    /// <summary>The refused result.</summary>
    static abstract TSelf Refuse(Error error);
}
