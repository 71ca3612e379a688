namespace Cryptocardium.Kernel;

/// <summary>The change of one balance.</summary>
/// <param name="Account">What customers call the account.</param>
/// <param name="CardId">The card, where the account is a card's.</param>
/// <param name="Growth">By how much the balance grew.</param>
public sealed record TracedLine(string Account, string? CardId, Usd Growth);
