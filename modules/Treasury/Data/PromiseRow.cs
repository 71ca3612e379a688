using Cryptocardium.Kernel;

namespace Cryptocardium.Treasury.Data;

// The sums of the promises over a chain in a mode. Stored, because every withdrawal needs them and there may be many open payouts.
internal sealed class PromiseRow
{
    public required string Id { get; set; }

    // The amount of unsigned withdrawals; signed ones are in L.wd_bcast.
    public Usd Held { get; set; }

    // The number of transfers whose gas is not paid yet.
    public long Transfers { get; set; }
}
