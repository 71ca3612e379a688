namespace Cryptocardium.Kernel.Data;

/// <summary>
/// A commit failed, and with it the certainty whether it happened. The caller repeats the call with the same key, and the key
/// decides.
/// </summary>
/// <param name="inner">What the database said.</param>
public sealed class CommitUnknownException(Exception inner)
    : Exception("The commit failed; whether it took effect is unknown.", inner);
