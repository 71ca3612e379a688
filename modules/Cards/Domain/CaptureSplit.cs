using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Domain;

/// <summary>The sources of a captured amount, and the rest of the hold.</summary>
/// <param name="FromHold">The part that the hold covers.</param>
/// <param name="Beyond">The over-capture.</param>
/// <param name="Released">The rest of the hold, released because no further capture follows.</param>
internal readonly record struct CaptureSplit(Usd FromHold, Usd Beyond, Usd Released)
{
    public Usd ClosedHold => FromHold + Released;

    /// <param name="open">The open amount of the hold.</param>
    /// <param name="amount">The captured amount.</param>
    /// <param name="final">Whether this is the last capture.</param>
    public static CaptureSplit Of(Usd open, Usd amount, bool final)
    {
        var fromHold = Usd.Min(open, amount);
        return new CaptureSplit(fromHold, amount - fromHold, final ? open - fromHold : Usd.Zero);
    }
}
