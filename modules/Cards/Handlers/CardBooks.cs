using Cryptocardium.Cards.Domain;
using Cryptocardium.Ledger.Contract;

namespace Cryptocardium.Cards.Handlers;

// The ledger's accounts behind a card.
internal static class CardBooks
{
    public static BookAccount Available(this Card card) => Book.CardAvailable(card.Id, card.AccountId, card.Mode);

    public static BookAccount Held(this Card card) => Book.CardHeld(card.Id, card.AccountId, card.Mode);

    public static BookAccount Treasury(this Card card) => Book.TreasuryAvailable(card.AccountId, card.Mode);

    public static BookAccount Available(this CardFacts card) => Book.CardAvailable(card.Id, card.Account, card.Mode);

    public static BookAccount Held(this CardFacts card) => Book.CardHeld(card.Id, card.Account, card.Mode);

    public static BookAccount Treasury(this CardFacts card) => Book.TreasuryAvailable(card.Account, card.Mode);

    /// <summary>Where the money of a card is: with the card that replaced it.</summary>
    public static BookAccount Purse(this CardFacts card) => (card.Heir ?? card).Available();

    /// <summary>Where money goes that a card no longer needs: to the card that replaced it, and to the treasury when that is cancelled.</summary>
    public static BookAccount Destination(this CardFacts card) =>
        (card.Heir ?? card).Status == CardState.Cancelled ? card.Treasury() : card.Purse();
}
