namespace Cryptocardium.Kernel;

/// <summary>The outcome of a reconciliation.</summary>
/// <param name="CheckedAt">The time of its snapshot; null until the first reconciliation has ended.</param>
/// <param name="Discrepancies">The count of discrepancies.</param>
public sealed record Reconciliation(DateTimeOffset? CheckedAt, int Discrepancies);
