namespace Cryptocardium.Cards.Domain;

/// <summary>A card product; its cards' numbers begin with its number.</summary>
/// <param name="Number">Six digits.</param>
/// <param name="Name">The product's name.</param>
/// <param name="Brand">The network.</param>
/// <param name="Type">The one type of card that it issues.</param>
/// <param name="BestFor">What it is made for.</param>
/// <param name="Wallets">The mobile wallets that its cards can go into.</param>
/// <param name="ThreeDs">Whether large online purchases need 3-D Secure.</param>
/// <param name="MarkupBasisPoints">Taken on purchases in other currencies, in hundredths of a per cent.</param>
internal sealed record Bin(
    string Number,
    string Name,
    string Brand,
    string Type,
    string BestFor,
    IReadOnlyList<string> Wallets,
    bool ThreeDs,
    int MarkupBasisPoints = Bin.UsualMarkup)
{
    /// <summary>2 %.</summary>
    public const int UsualMarkup = 200;

    public const string Visa = "visa";
    public const string Mastercard = "mastercard";

    public bool IsMastercard => Brand == Mastercard;
}
