namespace Cryptocardium.Kernel;

/// <summary>The caller's wish that this call takes effect once, as the edge read it.</summary>
/// <param name="KeyHash">SHA-256 over account, credential class and key: what identifies the claim.</param>
/// <param name="Fingerprint">Keyed hash of the request: what must be equal when the key comes again.</param>
public sealed record IdempotencyClaim(byte[] KeyHash, byte[] Fingerprint)
{
    /// <summary>How long a key is remembered; product documentation, "Idempotency".</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromHours(24);
}
