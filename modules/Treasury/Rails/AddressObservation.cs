using Cryptocardium.Kernel;
using Cryptocardium.Treasury.Domain;

namespace Cryptocardium.Treasury.Rails;

// The transfers that a chain showed at the address of a top-up, and the top-up's count of looks at that time.
internal sealed record AddressObservation(string TopupId, long Observations, IReadOnlyList<Transfer> Transfers)
{
    // Answers a command whose observation is out of date.
    public static readonly Error OutOfDate =
        new(Errors.ConflictState) { Message = "The deposit changed while its chain was asked; send the command again." };

    // Whether nothing was written down about the top-up since the chain was asked.
    public bool IsCurrent(Topup topup) => topup.Id == TopupId && topup.Observations == Observations;
}
