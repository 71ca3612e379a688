namespace Cryptocardium.Kernel;

/// <summary>What a client may assume of an operation before it calls it; the annotations of an MCP tool.</summary>
/// <param name="IsReadOnly">It changes nothing and leaves no audit entry.</param>
/// <param name="IsDestructive">It moves money out, ends something for good or reveals a secret.</param>
/// <param name="IsIdempotent">Calling it again with the same arguments changes nothing more, also without an Idempotency-Key.</param>
/// <param name="IsOpenWorld">It reaches beyond the product: a chain or the card networks.</param>
public sealed record OperationHints(bool IsReadOnly, bool IsDestructive, bool IsIdempotent, bool IsOpenWorld);
