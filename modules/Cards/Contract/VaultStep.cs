namespace Cryptocardium.Cards.Contract;

/// <summary>What one step of a rotation did.</summary>
/// <param name="Rewrapped">How many numbers it re-wrapped.</param>
/// <param name="LastCard">Where the next step goes on; null when no number needs an older key any more.</param>
public sealed record VaultStep(int Rewrapped, string? LastCard);
