namespace Cryptocardium.Kernel.Data;

/// <summary>An owned entity whose rows belong to one mode, or to the account as a whole; callers of each mode see the latter.</summary>
public interface IOwnedInOptionalMode : IOwned
{
    /// <summary>The mode; null when the row concerns the account as a whole.</summary>
    Mode? Mode { get; }
}
