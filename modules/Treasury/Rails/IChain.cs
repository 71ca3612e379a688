using Cryptocardium.Kernel;
using Cryptocardium.Treasury.Chains;
using Cryptocardium.Treasury.Domain;

namespace Cryptocardium.Treasury.Rails;

// The port to the chains: what the treasury asks of them, whoever answers. An answer may come over a network, so News, TransfersTo,
// Broadcast and Find are asked outside any unit of work; what is simulated is in it, and asked through SimulatedChain.
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
    ValueTask<IReadOnlyList<string>> News(Mode mode);

    // What lies at all our addresses of a chain now, whatever is final.
    ValueTask<Usd> Holdings(Chain chain, Mode mode);

    // Where the tokens lie that are paid out. No target of a withdrawal.
    string HotWallet(Chain chain, Mode mode);

    // Names the wallet that pays, whose transfers are numbered one after the other.
    string WalletOf(Payout payout);

    // The same transfer and number always give the same bytes. Asks nobody.
    SignedTransfer Sign(Payout payout, long nonce);

    // Hands the stored bytes to the chain; outside any unit of work.
    ValueTask Broadcast(Payout payout);

    // What the chain knows of a signed payout.
    ValueTask<Sighting> Find(Payout payout);
}
