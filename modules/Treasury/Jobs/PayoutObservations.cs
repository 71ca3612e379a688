using Cryptocardium.Treasury.Rails;

namespace Cryptocardium.Treasury.Jobs;

// Observations of sent payouts: final ones, those that the chain no longer knows, and those that it did not answer for. Next is the
// position from which the job continues.
internal sealed record PayoutObservations(
    IReadOnlyList<(string Id, PayoutObservation Observation)> Final,
    IReadOnlyList<(string Id, long Fence)> Forgotten,
    IReadOnlyList<(string Id, Exception Reason)> Unanswered,
    string Next);
