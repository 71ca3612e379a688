using Cryptocardium.Kernel;
using Cryptocardium.Treasury.Chains;
using Cryptocardium.Treasury.Domain;

namespace Cryptocardium.Treasury.Rails;

// The port to the chains. The asynchronous methods may wait for a network, so only preparations, queries and jobs call them, outside
// units of work and snapshots; the other methods only compute. Units of work use simulated chains, which are tables, directly.
internal interface IChain
{
    // The name of the adapter in get_status.
    string Adapter { get; }

    bool IsSimulated { get; }

    // The deposit address of a top-up: unique, and always the same for the same top-up.
    string AddressFor(Chain chain, Mode mode, TopupId topup);

    // The transfers to the address of a top-up that are in a block now, oldest first.
    ValueTask<IReadOnlyList<Transfer>> TransfersTo(Topup topup);

    // Addresses of top-ups with new, newly confirmed or vanished transfers. Returns a limited number, and repeats an address until its
    // observation was recorded.
    ValueTask<IReadOnlyList<string>> ChangedAddresses(Mode mode);

    // The address that holds the tokens for payouts. Not allowed as the target of a withdrawal.
    string HotWallet(Chain chain, Mode mode);

    // The key of the wallet that pays; its transfers have consecutive nonces.
    string WalletOf(Payout payout);

    // Deterministic: the same payout and nonce give the same bytes.
    SignedTransfer Sign(Payout payout, long nonce);

    // Sends the stored bytes to the chain.
    ValueTask Broadcast(Payout payout);

    // Looks a signed payout up on the chain.
    ValueTask<PayoutObservation> Find(Payout payout);
}
