namespace Cryptocardium.Cards.Contract;

/// <summary>The result of one step of a rotation.</summary>
/// <param name="Rewrapped">The count of re-wrapped numbers.</param>
/// <param name="LastCard">The card after which the next step continues; null when no number is sealed with an older key.</param>
public sealed record VaultStep(int Rewrapped, string? LastCard);
