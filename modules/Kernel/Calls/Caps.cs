namespace Cryptocardium.Kernel;

/// <summary>Spending limits of a credential.</summary>
/// <param name="DailyUsd">The limit per day (UTC); null for no cap.</param>
public sealed record Caps(Usd? DailyUsd)
{
    /// <summary>No cap.</summary>
    public static readonly Caps None = new(DailyUsd: null);
}
