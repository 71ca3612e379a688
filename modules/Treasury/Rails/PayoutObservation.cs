using Cryptocardium.Kernel;

namespace Cryptocardium.Treasury.Rails;

// What a chain says of a transfer of ours. Confirmations are the blocks on top of its own; gas is what it cost us.
internal sealed record PayoutObservation(PayoutObservationKind Kind, int Confirmations, Usd Gas)
{
    public static readonly PayoutObservation Unknown = new(PayoutObservationKind.Unknown, 0, Usd.Zero);

    public static readonly PayoutObservation Waiting = new(PayoutObservationKind.Waiting, 0, Usd.Zero);
}
