using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Domain;

// The card products, ordered by number; product documentation, "BIN catalogue".
internal static class BinCatalogue
{
    // Ad spend and physical cards are the products of "3-D Secure" in the catalogue.
    private static readonly Usd LargePurchase = Usd.FromDollars(250);

    public static readonly IReadOnlyList<Bin> All =
    [
        new("416842", "Visa Business", Bin.Visa, CardType.Virtual, "Ad spend (3-D Secure)", [], LargePurchase),
        new("448585", "Visa Gold", Bin.Visa, CardType.Physical, "Physical only (3-D Secure)", [], LargePurchase),
        new("472305", "Visa Corporate", Bin.Visa, CardType.Virtual, "SaaS subscriptions", []),
        new("489517", "Visa Platinum", Bin.Visa, CardType.Virtual, "Apple & Google Pay", ["apple_pay", "google_pay"]),
        new("557213", "Mastercard World", Bin.Mastercard, CardType.Virtual, "Multi-currency, premium", [], MarkupBasisPoints: 0),
    ];

    public static Bin? Find(string number)
    {
        foreach (var bin in All)
        {
            if (bin.Number == number)
            {
                return bin;
            }
        }

        return null;
    }

    /// <summary>The product of an issued card. Products are never withdrawn.</summary>
    public static Bin Of(string number) => Find(number) ?? throw new InvalidOperationException($"BIN {number} has no product.");
}
