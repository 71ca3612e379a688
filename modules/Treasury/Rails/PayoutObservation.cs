using Cryptocardium.Kernel;

namespace Cryptocardium.Treasury.Rails;

// The state of a payout on its chain. Confirmations are the blocks after its own; Gas is the cost to us.
internal sealed record PayoutObservation(PayoutObservationKind Kind, int Confirmations, Usd Gas)
{
    public static readonly PayoutObservation Unknown = new(PayoutObservationKind.Unknown, 0, Usd.Zero);

    public static readonly PayoutObservation Waiting = new(PayoutObservationKind.Waiting, 0, Usd.Zero);
}
