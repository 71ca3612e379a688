namespace Cryptocardium.Kernel.Replies;

/// <summary>Another call holds the claim on the same Idempotency-Key; nothing was done.</summary>
public sealed class KeyInUseException() : Exception("The idempotency key is in use.");
