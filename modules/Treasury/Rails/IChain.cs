using Cryptocardium.Kernel;
using Cryptocardium.Treasury.Chains;
using Cryptocardium.Treasury.Domain;

namespace Cryptocardium.Treasury.Rails;

// The port to the chains: what the treasury asks of them, whoever answers.
internal interface IChain
{
    // The adapter's name, as get_status shows it.
    string Adapter { get; }

    bool IsSimulated { get; }

    // The address that belongs to a top-up alone; the same top-up always gets the same.
    string AddressFor(Chain chain, Mode mode, TopupId topup);

    // The transfers to the address of a top-up, oldest first.
    ValueTask<IReadOnlyList<Transfer>> TransfersTo(Topup topup);
}
