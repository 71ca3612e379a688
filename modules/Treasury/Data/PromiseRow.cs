using Cryptocardium.Kernel;

namespace Cryptocardium.Treasury.Data;

// What is promised over a chain in a mode: kept, because every withdrawal asks for it and the open payouts may be many.
internal sealed class PromiseRow
{
    public required string Id { get; set; }

    // Withdrawals that are not signed yet; what is signed stands in the books.
    public Usd Held { get; set; }

    // Transfers that gas is still to be paid for.
    public long Transfers { get; set; }
}
