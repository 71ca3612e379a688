using Cryptocardium.Cards.Domain;
using Cryptocardium.Ledger.Contract;

namespace Cryptocardium.Cards.Balances;

// The ledger's accounts behind a card.
internal static class CardAccounts
{
    public static ChartAccount Available(this Card card) => Chart.CardAvailable(card.Id, card.AccountId, card.Mode);

    public static ChartAccount Held(this Card card) => Chart.CardHeld(card.Id, card.AccountId, card.Mode);

    public static ChartAccount Treasury(this Card card) => Chart.TreasuryAvailable(card.AccountId, card.Mode);

    public static ChartAccount Available(this CardFacts card) => Chart.CardAvailable(card.Id, card.Account, card.Mode);

    public static ChartAccount Held(this CardFacts card) => Chart.CardHeld(card.Id, card.Account, card.Mode);

    public static ChartAccount Treasury(this CardFacts card) => Chart.TreasuryAvailable(card.Account, card.Mode);

    /// <summary>Where the money of a card is: with the card that replaced it.</summary>
    public static ChartAccount SpendingAccount(this CardFacts card) => (card.Successor ?? card).Available();

    /// <summary>Where money goes that a card no longer needs: to the card that replaced it, and to the treasury when that is cancelled.</summary>
    public static ChartAccount ReleaseAccount(this CardFacts card) =>
        (card.Successor ?? card).Status == CardState.Cancelled ? card.Treasury() : card.SpendingAccount();
}
