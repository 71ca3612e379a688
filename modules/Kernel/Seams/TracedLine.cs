namespace Cryptocardium.Kernel;

/// <summary>The change of one balance.</summary>
/// <param name="Account">The customer-facing name of the ledger account.</param>
/// <param name="CardId">The card, for the ledger account of a card.</param>
/// <param name="Growth">The change of the balance.</param>
public sealed record TracedLine(string Account, string? CardId, Usd Growth);
