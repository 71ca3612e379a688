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

// Plays every chain, in tables. Each account has chains of its own in each mode, so nobody's blocks confirm another's deposits.
internal sealed class SimulatedChain(UnitOfWork unit, KeyRing keys, SimulatedWallet wallet, SimulatedHoldings holdings) : IChain
{
    public const string Name = "Simulated";

    public string Adapter => Name;

    public bool IsSimulated => true;

    // As a wallet would derive it from its seed: the last 20 bytes of a Keccak hash. Nobody holds a key to it.
    public string AddressFor(Chain chain, Mode mode, TopupId topup)
    {
        var seed = keys.Derive($"treasury/simulated/{mode.Text()}/{chain.Key}");
        var point = HMACSHA256.HashData(seed, Encoding.ASCII.GetBytes(topup.Value));
        return chain.Format.AddressOfKey(point);
    }

    public async ValueTask<IReadOnlyList<Transfer>> TransfersTo(Topup topup) =>
        await unit.Query(SimulationSql.TransfersTo, Read, topup.DepositAddress);

    // Whoever changes a simulated chain looks at once what that did.
    public ValueTask<IReadOnlyList<string>> ChangedAddresses(Mode mode) => new([]);

    // What lies at all our addresses of a chain now, whatever is final.
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
