namespace Cryptocardium.Cards.Domain;

// The states of a card, as stored and as in the API.
internal static class CardState
{
    public const string Active = "active";
    public const string Frozen = "frozen";
    public const string Cancelled = "cancelled";
}
