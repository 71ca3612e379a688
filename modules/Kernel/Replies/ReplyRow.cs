namespace Cryptocardium.Kernel.Replies;

// The stored reply of an Idempotency-Key. The part of the body that is the resource of an event of the same command is not stored again.
internal sealed class ReplyRow
{
    // Follows the order of time, so that expired rows are the first, unless the clock was ahead.
    public long No { get; set; }

    public required byte[] KeyHash { get; set; }

    public required byte[] Fingerprint { get; set; }

    public long Status { get; set; }

    // The rest of the body; see ReplyBody. It may contain a session token.
    public required byte[] SealedBody { get; set; }

    public string? EventId { get; set; }

    // The place of the event's resource in the body, in bytes.
    public long? EventOffset { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }
}
