using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Balances;

/// <summary>An unload that was posted.</summary>
/// <param name="Amount">What the card gave back.</param>
/// <param name="CardBalance">What the card can spend after it.</param>
/// <param name="TreasuryBalance">What the treasury can spend after it.</param>
internal sealed record UnloadedMoney(Usd Amount, Usd CardBalance, Usd TreasuryBalance);
