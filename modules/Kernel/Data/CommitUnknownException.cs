namespace Cryptocardium.Kernel.Data;

/// <summary>
/// A commit failed without a response, so its outcome is unknown. The caller repeats the call with the same Idempotency-Key: if a reply is
/// stored, the commit took effect.
/// </summary>
/// <param name="inner">The failure of the database.</param>
public sealed class CommitUnknownException(Exception inner)
    : Exception("The commit failed; whether it took effect is unknown.", inner);
