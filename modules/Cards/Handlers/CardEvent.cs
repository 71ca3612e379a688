namespace Cryptocardium.Cards.Handlers;

// What happens to cards, as the outbox names it.
internal static class CardEvent
{
    public const string Issued = "card.issued";
    public const string Loaded = "card.loaded";
    public const string Unloaded = "card.unloaded";
    public const string Frozen = "card.frozen";
    public const string Unfrozen = "card.unfrozen";
    public const string Cancelled = "card.cancelled";
    public const string Replaced = "card.replaced";
}
