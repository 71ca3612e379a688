using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Secrets;
using Cryptocardium.Treasury.Addresses;
using Cryptocardium.Treasury.Chains;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Domain;

namespace Cryptocardium.Treasury.Rails;

// Plays every chain, in tables. Each account has chains of its own in each mode, so nobody's blocks confirm another's deposits.
internal sealed class SimulatedChain(Unit unit, IdSource ids, KeyRing keys, ChainCatalogue chains, SimulatedWallet wallet) : IChain
{
    public const string Name = "Simulated";

    public string Adapter => Name;

    public bool IsSimulated => true;

    // As a wallet would derive it from its seed: the last 20 bytes of a Keccak hash. Nobody holds a key to it.
    public string AddressFor(Chain chain, Mode mode, TopupId topup)
    {
        var seed = keys.Derive($"treasury/simulated/{mode.Text()}/{chain.Key}");
        var point = HMACSHA256.HashData(seed, Encoding.ASCII.GetBytes(topup.Value));
        return chain.Format.Address(Keccak256.Hash(point).AsSpan(^Notation.AddressBytes..));
    }

    // Puts a transfer into a new block, and so many blocks on top.
    public async ValueTask Send(Topup topup, string token, Usd amount, int confirmations)
    {
        var chain = chains.Get(topup.Chain);
        var id = ChainId(topup);
        var height = await unit.One(SimulationSql.Mine, static row => row.GetInt64(0), id, 1L + confirmations);
        var hash = new byte[Notation.TransactionHashBytes];
        ids.Fill(hash);
        var sent = TokenAmount.From(amount, chain.Token.Decimals);
        await unit.Execute(
            SimulationSql.InsertTransfer,
            chain.Format.TransactionHash(hash), 0, id, topup.DepositAddress, token,
            sent.Units.ToString(CultureInfo.InvariantCulture), sent.Decimals, height - confirmations);
    }

    public async ValueTask<IReadOnlyList<Transfer>> TransfersTo(Topup topup) =>
        await unit.Query(SimulationSql.TransfersTo, Read, topup.DepositAddress);

    public string HotWallet(Chain chain, Mode mode) => wallet.HotWallet(chain, mode);

    public string WalletOf(Payout payout) => SimulatedWallet.WalletOf(payout);

    public SignedTransfer Sign(Payout payout, long nonce) => wallet.Sign(payout, nonce);

    public ValueTask Broadcast(Payout payout) => wallet.Broadcast(payout);

    public ValueTask<Sighting> Find(Payout payout) => wallet.Find(payout);

    private static string ChainId(Topup topup) => $"{topup.AccountId}:{topup.Mode.Text()}:{topup.Chain}";

    private static Transfer Read(DbDataReader row) => new(
        row.GetString(0),
        row.GetInt32(1),
        row.GetString(2),
        new TokenAmount(Int128.Parse(row.GetString(3), CultureInfo.InvariantCulture), row.GetInt32(4)),
        checked((int)row.GetInt64(5)));
}
