using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Balances;

/// <summary>A load that was posted.</summary>
/// <param name="Fee">The load fee that the treasury paid in addition.</param>
/// <param name="CardBalance">The card's available balance after the load.</param>
/// <param name="TreasuryBalance">The treasury's available balance after the load.</param>
/// <param name="JournalId">The id of the journal.</param>
internal sealed record LoadedMoney(Usd Fee, Usd CardBalance, Usd TreasuryBalance, string JournalId);
