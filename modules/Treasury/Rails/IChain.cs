using Cryptocardium.Kernel;
using Cryptocardium.Treasury.Chains;
using Cryptocardium.Treasury.Domain;

namespace Cryptocardium.Treasury.Rails;

// The port to the chains. An answer of its asynchronous methods may come over a network, so preparations, queries and jobs alone call them,
// outside every unit of work and snapshot; the others compute. Simulated chains are tables, which units of work use through SimulatedChain.
internal interface IChain
{
    // The adapter's name, as get_status shows it.
    string Adapter { get; }

    bool IsSimulated { get; }

    // The address that belongs to a top-up alone; the same top-up always gets the same.
    string AddressFor(Chain chain, Mode mode, TopupId topup);

    // The transfers to the address of a top-up that stand in a block now, oldest first.
    ValueTask<IReadOnlyList<Transfer>> TransfersTo(Topup topup);

    // Addresses of top-ups worth another look: something reached them, gained blocks or vanished. A few at a time, none when nothing
    // happened, and again until what it shows was written down.
    ValueTask<IReadOnlyList<string>> ChangedAddresses(Mode mode);

    // Where the tokens lie that are paid out. No target of a withdrawal.
    string HotWallet(Chain chain, Mode mode);

    // Names the wallet that pays, whose transfers are numbered one after the other.
    string WalletOf(Payout payout);

    // The same transfer and number always give the same bytes. Asks nobody.
    SignedTransfer Sign(Payout payout, long nonce);

    // Hands the stored bytes to the chain; outside any unit of work.
    ValueTask Broadcast(Payout payout);

    // What the chain knows of a signed payout.
    ValueTask<PayoutObservation> Find(Payout payout);
}
