namespace Cryptocardium.Kernel.Replies;

/// <summary>Another node still works under the same Idempotency-Key; nothing was done.</summary>
public sealed class KeyInUseException() : Exception("The idempotency key is in use.");
