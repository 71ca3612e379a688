namespace Cryptocardium.Cards.Contract;

/// <summary>A rotation in progress.</summary>
/// <param name="Version">The generation of the new key.</param>
/// <param name="KeyFile">The path of the new key's file.</param>
/// <param name="Waiting">The count of numbers to re-wrap.</param>
/// <param name="IsResumed">Whether an interrupted rotation continues.</param>
public sealed record VaultRotation(int Version, string KeyFile, long Waiting, bool IsResumed);
