namespace Cryptocardium.Kernel;

/// <summary>Hints for clients before they call an operation; the annotations of an MCP tool.</summary>
/// <param name="IsReadOnly">The operation changes nothing and leaves no audit entry.</param>
/// <param name="IsDestructive">The operation moves money out, ends a resource for good or reveals a secret.</param>
/// <param name="IsIdempotent">A repeated call with the same arguments changes nothing, even without an Idempotency-Key.</param>
/// <param name="IsOpenWorld">The operation reaches an outside system: a chain or the card networks.</param>
public sealed record OperationHints(bool IsReadOnly, bool IsDestructive, bool IsIdempotent, bool IsOpenWorld);
