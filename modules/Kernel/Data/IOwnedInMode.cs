namespace Cryptocardium.Kernel.Data;

/// <summary>An owned entity whose rows belong to one of the account's two books.</summary>
public interface IOwnedInMode : IOwned
{
    /// <summary>The book.</summary>
    Mode Mode { get; }
}
