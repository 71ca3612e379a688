namespace Cryptocardium.Cards.Domain;

// How a card's data reached the merchant, as stored and as on the wire.
internal static class EntryMode
{
    public const string Chip = "chip";
    public const string Contactless = "contactless";
    public const string MagneticStripe = "magnetic_stripe";
    public const string KeyEntered = "key_entered";
    public const string Ecommerce = "ecommerce";
    public const string CredentialOnFile = "credential_on_file";

    /// <summary>What it is when the merchant does not say.</summary>
    public static string Default(bool cardPresent, bool recurring) => cardPresent ? Chip : recurring ? CredentialOnFile : Ecommerce;

    /// <summary>Whether the card must have been there, or cannot have been; null when both can be.</summary>
    public static bool? IsCardPresent(string mode) => mode switch
    {
        Chip or Contactless or MagneticStripe => true,
        Ecommerce or CredentialOnFile => false,
        _ => null,
    };
}
