using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Domain;

/// <summary>A card product; the numbers of its cards start with the BIN.</summary>
/// <param name="Number">Six digits.</param>
/// <param name="Name">The name of the product.</param>
/// <param name="Brand">The card network.</param>
/// <param name="Type">The type of its cards.</param>
/// <param name="BestFor">The intended use.</param>
/// <param name="Wallets">The mobile wallets that its cards support.</param>
/// <param name="ThreeDsRequiredAbove">The amount above which e-commerce purchases require 3-D Secure; null for never.</param>
/// <param name="MarkupBasisPoints">The markup on purchases in other currencies, in basis points.</param>
internal sealed record Bin(
    string Number,
    string Name,
    string Brand,
    string Type,
    string BestFor,
    IReadOnlyList<string> Wallets,
    Usd? ThreeDsRequiredAbove = null,
    int MarkupBasisPoints = Bin.UsualMarkup)
{
    /// <summary>2 %.</summary>
    public const int UsualMarkup = 200;

    public const string Visa = "visa";
    public const string Mastercard = "mastercard";

    public bool IsMastercard => Brand == Mastercard;
}
