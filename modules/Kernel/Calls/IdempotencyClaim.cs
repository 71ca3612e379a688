namespace Cryptocardium.Kernel;

/// <summary>The Idempotency-Key of a call, which may take effect once.</summary>
/// <param name="KeyHash">The identity of the claim: the first half of a keyed hash of account, credential class and key.</param>
/// <param name="Fingerprint">A keyed hash of the request. It must be equal when the key is used again.</param>
public sealed record IdempotencyClaim(byte[] KeyHash, byte[] Fingerprint)
{
    /// <summary>The retention of a stored reply; product documentation, "Idempotency".</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromHours(24);

    /// <summary>The account; none for a caller without one.</summary>
    public AccountId Account { get; init; }
}
