namespace Cryptocardium.Kernel;

/// <summary>Determines the mode of a caller, for modules below the one that stores it.</summary>
public interface IAccountModes
{
    /// <summary>The mode that the caller's credential is pinned to; else live once the account is in production, and sandbox before.</summary>
    ValueTask<Mode> ModeOf(Caller caller);
}
