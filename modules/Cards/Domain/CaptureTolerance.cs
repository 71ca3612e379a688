using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Domain;

// The tolerated over-capture of a purchase: for tips, and for extras on a hotel or rental bill.
internal static class CaptureTolerance
{
    private const int TipBasisPoints = 2_000;
    private const int LodgingAndRentalBasisPoints = 1_500;

    public static Usd Of(Usd authorized, string mcc) => authorized.Percent(BasisPoints(mcc), Rounding.Down);

    private static int BasisPoints(string mcc) =>
        MccGroups.IsTipped(mcc) ? TipBasisPoints
        : MccGroups.IsLodgingOrRental(mcc) ? LodgingAndRentalBasisPoints
        : 0;
}
