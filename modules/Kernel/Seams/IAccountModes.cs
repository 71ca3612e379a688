namespace Cryptocardium.Kernel;

/// <summary>Says which book a caller works on; modules below the one that knows it ask here.</summary>
public interface IAccountModes
{
    /// <summary>The caller's book: the one that its credential is pinned to, else live once the account is in production, the sandbox before.</summary>
    ValueTask<Mode> ModeOf(Caller caller);
}
