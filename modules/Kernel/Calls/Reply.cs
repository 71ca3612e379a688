namespace Cryptocardium.Kernel;

/// <summary>An answer as it goes over the wire, and as it is kept for a repetition of the call.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The bytes of the JSON body; empty for 204.</param>
/// <param name="Replayed">Whether it was given before.</param>
/// <param name="RetryAfterSeconds">Seconds to wait before trying again.</param>
/// <param name="Limit">The rate that was exceeded, when it is not the one that every answer tells of.</param>
public sealed record Reply(
    int Status, ReadOnlyMemory<byte> Body, bool Replayed = false, int? RetryAfterSeconds = null, int? Limit = null);
