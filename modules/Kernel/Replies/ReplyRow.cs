namespace Cryptocardium.Kernel.Replies;

// The stored reply of an Idempotency-Key. The body is sealed, because it may contain a session token.
internal sealed class ReplyRow
{
    public required byte[] KeyHash { get; set; }

    public required byte[] Fingerprint { get; set; }

    public int Status { get; set; }

    public required byte[] SealedBody { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }
}
