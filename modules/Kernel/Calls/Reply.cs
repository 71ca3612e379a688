namespace Cryptocardium.Kernel;

/// <summary>The response of a call, as it is sent and as it is stored for its Idempotency-Key.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The bytes of the JSON body; empty for 204.</param>
/// <param name="Replayed">Whether it is a stored reply.</param>
/// <param name="RetryAfterSeconds">Seconds to wait before a retry.</param>
/// <param name="Limit">The exceeded limit, when it is not the caller's general one.</param>
public sealed record Reply(
    int Status, ReadOnlyMemory<byte> Body, bool Replayed = false, int? RetryAfterSeconds = null, int? Limit = null);
