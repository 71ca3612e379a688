namespace Cryptocardium.Kernel;

/// <summary>How a reconciliation of the books ended.</summary>
/// <param name="CheckedAt">When the books were looked at; null when none has ended yet.</param>
/// <param name="Discrepancies">How many things do not agree; zero when the books balance.</param>
public sealed record Reconciliation(DateTimeOffset? CheckedAt, int Discrepancies);
