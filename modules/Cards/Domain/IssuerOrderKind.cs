namespace Cryptocardium.Cards.Domain;

// What the issuer is told to do with a card.
internal static class IssuerOrderKind
{
    // Makes an inert card usable.
    public const string Open = "open";
    public const string Freeze = "freeze";
    public const string Unfreeze = "unfreeze";
    public const string Load = "load";
    public const string Unload = "unload";

    // Closes a card; its money goes back.
    public const string Cancel = "cancel";

    // Closes a card, opens the new one, and passes the money on.
    public const string Replace = "replace";
}
