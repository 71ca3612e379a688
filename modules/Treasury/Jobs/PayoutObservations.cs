using Cryptocardium.Treasury.Rails;

namespace Cryptocardium.Treasury.Jobs;

// What a chain said of the payouts that were sent over it: what is final, what it has forgotten, and what it did not answer for.
internal sealed record PayoutObservations(
    IReadOnlyList<(string Id, PayoutObservation Observation)> Final,
    IReadOnlyList<(string Id, long Fence)> Forgotten,
    IReadOnlyList<(string Id, Exception Reason)> Unanswered,
    string Next);
