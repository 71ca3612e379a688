namespace Cryptocardium.Cards.Domain;

// The ways in which a card's data reaches the merchant, as stored and as in the API.
internal static class EntryMode
{
    public const string Chip = "chip";
    public const string Contactless = "contactless";
    public const string MagneticStripe = "magnetic_stripe";
    public const string KeyEntered = "key_entered";
    public const string Ecommerce = "ecommerce";
    public const string CredentialOnFile = "credential_on_file";

    /// <summary>The mode of a request without one.</summary>
    public static string Default(bool cardPresent, bool recurring) => cardPresent ? Chip : recurring ? CredentialOnFile : Ecommerce;

    /// <summary>Whether the mode requires the card to be present (true) or excludes it (false); null when both are possible.</summary>
    public static bool? IsCardPresent(string mode) => mode switch
    {
        Chip or Contactless or MagneticStripe => true,
        Ecommerce or CredentialOnFile => false,
        _ => null,
    };
}
