using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Balances;

/// <summary>A load that was posted.</summary>
/// <param name="Fee">What the treasury paid on top.</param>
/// <param name="CardBalance">What the card can spend after it.</param>
/// <param name="TreasuryBalance">What the treasury can spend after it.</param>
internal sealed record LoadedMoney(Usd Fee, Usd CardBalance, Usd TreasuryBalance);
