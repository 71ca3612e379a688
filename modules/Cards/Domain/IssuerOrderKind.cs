namespace Cryptocardium.Cards.Domain;

// The kinds of orders for the issuer.
internal static class IssuerOrderKind
{
    // Opens an inert card.
    public const string Open = "open";
    public const string Freeze = "freeze";
    public const string Unfreeze = "unfreeze";
    public const string Load = "load";
    public const string Unload = "unload";

    // Closes a card and returns its money.
    public const string Cancel = "cancel";

    // Closes a card, opens its replacement, and moves the money.
    public const string Replace = "replace";
}
