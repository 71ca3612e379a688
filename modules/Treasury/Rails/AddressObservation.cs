using Cryptocardium.Kernel;
using Cryptocardium.Treasury.Domain;

namespace Cryptocardium.Treasury.Rails;

// The transfers that a chain showed at the address of a top-up. Observations is the top-up's count when the chain was asked.
internal sealed record AddressObservation(string TopupId, long Observations, IReadOnlyList<Transfer> Transfers)
{
    // The error of a command whose observation is out of date.
    public static readonly Error OutOfDate =
        new(Errors.ConflictState) { Message = "The deposit changed while its chain was asked; send the command again." };

    // Whether no other observation of the top-up was recorded since the chain was asked.
    public bool IsCurrent(Topup topup) => topup.Id == TopupId && topup.Observations == Observations;
}
