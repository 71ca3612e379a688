using Cryptocardium.Cards.Domain;
using Cryptocardium.Ledger.Contract;

namespace Cryptocardium.Cards.Balances;

// The ledger accounts of a card.
internal static class CardAccounts
{
    public static ChartAccount Available(this Card card) => Chart.CardAvailable(card.Id, card.AccountId, card.Mode);

    public static ChartAccount Held(this Card card) => Chart.CardHeld(card.Id, card.AccountId, card.Mode);

    public static ChartAccount Treasury(this Card card) => Chart.TreasuryAvailable(card.AccountId, card.Mode);

    public static ChartAccount Available(this CardFacts card) => Chart.CardAvailable(card.Id, card.Account, card.Mode);

    public static ChartAccount Held(this CardFacts card) => Chart.CardHeld(card.Id, card.Account, card.Mode);

    public static ChartAccount Treasury(this CardFacts card) => Chart.TreasuryAvailable(card.Account, card.Mode);

    /// <summary>The account with the card's money: that of its successor if it was replaced.</summary>
    public static ChartAccount SpendingAccount(this CardFacts card) => (card.Successor ?? card).Available();

    /// <summary>
    /// The account that receives money released from the card: its successor's, or the treasury if that card is cancelled.
    /// </summary>
    public static ChartAccount ReleaseAccount(this CardFacts card) =>
        (card.Successor ?? card).Status == CardState.Cancelled ? card.Treasury() : card.SpendingAccount();
}
