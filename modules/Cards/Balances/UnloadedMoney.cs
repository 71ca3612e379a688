using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Balances;

/// <summary>An unload that was posted.</summary>
/// <param name="Amount">The amount taken from the card.</param>
/// <param name="CardBalance">The card's available balance after the unload.</param>
/// <param name="TreasuryBalance">The treasury's available balance after the unload.</param>
/// <param name="JournalId">The id of the journal.</param>
internal sealed record UnloadedMoney(Usd Amount, Usd CardBalance, Usd TreasuryBalance, string JournalId);
