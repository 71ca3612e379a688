using Cryptocardium.Treasury.Rails;

namespace Cryptocardium.Treasury.Jobs;

// Carries what the chains said before the unit of work to the handler. One per run of a job.
internal sealed class PayoutSightings
{
    public Dictionary<string, Sighting> Final { get; } = [];

    public string Next { get; set; } = WatchPayouts.Start;
}
