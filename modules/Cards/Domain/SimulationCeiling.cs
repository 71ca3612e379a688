using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Domain;

// Merchants that exist cannot take or give back more than there is in the world; simulated ones are stopped here.
internal static class SimulationCeiling
{
    /// <summary>The most that an account may owe, or have on a card and in its treasury, by what a simulated merchant does.</summary>
    public static readonly Usd Amount = Usd.FromDollars(1_000_000_000);
}
