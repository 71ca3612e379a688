using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Domain;

// Real merchants cannot move more money than exists; simulated ones are limited by this ceiling.
internal static class SimulationCeiling
{
    /// <summary>The limit of an account's debt, and of a card and its treasury together, for simulated messages.</summary>
    public static readonly Usd Amount = Usd.FromDollars(1_000_000_000);
}
