using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Secrets;
using Cryptocardium.Treasury.Addresses;
using Cryptocardium.Treasury.Chains;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Rails;

namespace Cryptocardium.Treasury.Simulator;

// The adapter that simulates all chains in tables. Each account has its own chains in each mode, so its blocks confirm only its deposits.
internal sealed class SimulatedChain(UnitOfWork unit, KeyRing keys, SimulatedWallet wallet, SimulatedHoldings holdings) : IChain
{
    public const string Name = "Simulated";

    public string Adapter => Name;

    public bool IsSimulated => true;

    // Derived as a wallet derives addresses: the last 20 bytes of a Keccak hash. No private key exists for it.
    public string AddressFor(Chain chain, Mode mode, TopupId topup)
    {
        var seed = keys.Derive($"treasury/simulated/{mode.Text()}/{chain.Key}");
        var point = HMACSHA256.HashData(seed, Encoding.ASCII.GetBytes(topup.Value));
        return chain.Format.AddressOfKey(point);
    }

    public async ValueTask<IReadOnlyList<Transfer>> TransfersTo(Topup topup) =>
        await unit.Query(SimulationSql.TransfersTo, Read, topup.DepositAddress);

    // Empty, because a simulation records its observations in its own unit of work.
    public ValueTask<IReadOnlyList<string>> ChangedAddresses(Mode mode) => new([]);

    // The sum at all addresses of a chain, final or not.
    public ValueTask<Usd> Holdings(Chain chain, Mode mode) => holdings.Count(chain, mode);

    public string HotWallet(Chain chain, Mode mode) => wallet.HotWallet(chain, mode);

    public string WalletOf(Payout payout) => SimulatedWallet.WalletOf(payout);

    public SignedTransfer Sign(Payout payout, long nonce) => wallet.Sign(payout, nonce);

    public ValueTask Broadcast(Payout payout) => wallet.Broadcast(payout);

    public ValueTask<PayoutObservation> Find(Payout payout) => wallet.Find(payout);

    private static Transfer Read(IRow row) => new()
    {
        TxHash = row.GetString("tx_hash"),
        TxIndex = row.GetInt32("tx_index"),
        Token = row.GetString("token"),
        Amount = new TokenAmount(BigInteger.Parse(row.GetString("units"), CultureInfo.InvariantCulture), row.GetInt32("decimals")),
        Sender = row.GetString("from_address"),
        CannotSettle = row.GetBoolean("cannot_settle"),
        Block = row.GetInt64("block"),
        Confirmations = checked((int)row.GetInt64("confirmations")),
    };
}
