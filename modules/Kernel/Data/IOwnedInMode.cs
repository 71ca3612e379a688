namespace Cryptocardium.Kernel.Data;

/// <summary>An owned entity whose rows belong to one of the account's two modes.</summary>
public interface IOwnedInMode : IOwned
{
    /// <summary>The mode.</summary>
    Mode Mode { get; }
}
