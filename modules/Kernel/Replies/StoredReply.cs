namespace Cryptocardium.Kernel.Replies;

// A reply to send again, with the fingerprint of its request.
internal sealed record StoredReply(byte[] Fingerprint, Reply Reply);
