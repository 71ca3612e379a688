namespace Cryptocardium.Cards.Contract;

/// <summary>A rotation that has begun.</summary>
/// <param name="Version">The generation of the new key.</param>
/// <param name="KeyFile">Where it lies.</param>
/// <param name="Waiting">How many numbers are to be re-wrapped.</param>
/// <param name="IsResumed">Whether it was begun earlier, and interrupted.</param>
public sealed record VaultRotation(int Version, string KeyFile, long Waiting, bool IsResumed);
