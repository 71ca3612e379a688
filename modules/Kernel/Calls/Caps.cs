namespace Cryptocardium.Kernel;

/// <summary>What a credential may spend.</summary>
/// <param name="DailyUsd">The most in one day (UTC); null for no cap.</param>
public sealed record Caps(Usd? DailyUsd)
{
    /// <summary>No cap.</summary>
    public static readonly Caps None = new(DailyUsd: null);
}
