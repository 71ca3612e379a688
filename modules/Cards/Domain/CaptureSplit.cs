using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Domain;

/// <summary>Where the money of a capture comes from, and what becomes of the rest of its hold.</summary>
/// <param name="FromHold">Taken from the hold and owed to the network.</param>
/// <param name="Beyond">Taken beyond the hold, wherever there is money.</param>
/// <param name="Released">Given back, because no further capture follows.</param>
internal readonly record struct CaptureSplit(Usd FromHold, Usd Beyond, Usd Released)
{
    public Usd ClosedHold => FromHold + Released;

    /// <param name="open">What the hold has left.</param>
    /// <param name="amount">What the merchant takes.</param>
    /// <param name="final">Whether it is the last capture.</param>
    public static CaptureSplit Of(Usd open, Usd amount, bool final)
    {
        var fromHold = Usd.Min(open, amount);
        return new CaptureSplit(fromHold, amount - fromHold, final ? open - fromHold : Usd.Zero);
    }
}
