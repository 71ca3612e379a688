namespace Cryptocardium.Kernel.Replies;

// What an Idempotency-Key was answered. The body is sealed: it may hold a session token.
internal sealed class ReplyRow
{
    public required byte[] KeyHash { get; set; }

    public required byte[] Fingerprint { get; set; }

    public int Status { get; set; }

    public required byte[] SealedBody { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }
}
