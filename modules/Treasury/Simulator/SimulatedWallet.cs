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

// The outbound part of the simulated chains: the wallet that signs, and the node that accepts its bytes and includes each transfer in
// the next block.
internal sealed class SimulatedWallet(UnitOfWork unit, KeyRing keys, ChainCatalog chains, SimulatedNetwork network)
{
    private const string HotWalletSeed = "hot wallet";

    public string HotWallet(Chain chain, Mode mode)
    {
        var seed = keys.Derive($"treasury/simulated/{mode.Text()}/{chain.Key}");
        var point = HMACSHA256.HashData(seed, Encoding.ASCII.GetBytes(HotWalletSeed));
        return chain.Format.AddressOfKey(point);
    }

    // The id of a simulated chain: one per account, mode and chain.
    public static string ChainId(AccountId account, Mode mode, string chain) => $"{account}:{mode.Text()}:{chain}";

    public static string WalletOf(Payout payout) => ChainId(payout.AccountId, payout.Mode, payout.Chain);

    public SignedTransfer Sign(Payout payout, long nonce)
    {
        var bytes = new SimulatedTransaction(
            WalletOf(payout), nonce, payout.ToAddress, payout.Token, payout.Units, payout.Decimals).Sign(Key(payout.Chain));
        return new SignedTransfer(bytes, Hash(payout.Chain, bytes));
    }

    public ValueTask Broadcast(Payout payout) => network.Send(payout.Chain, payout.SignedBytes!);

    // Handles bytes that reach the node.
    public async ValueTask Accept(string chain, byte[] bytes)
    {
        var sent = SimulatedTransaction.Read(bytes, Key(chain));
        var height = await unit.One(SimulationSql.Mine, static row => row.GetInt64("height"), sent.ChainId, 0L);
        var times = await unit.One(
            SimulatedPayoutSql.Accept, static row => row.GetInt32("times_sent"),
            Hash(chain, bytes), sent.ChainId, sent.Nonce, sent.ToAddress, sent.Token, sent.Units, sent.Decimals, height + 1, false);
        if (times == 1 && sent.Token == chains.Get(chain).Token.Asset)
        {
            var amount = new TokenAmount(BigInteger.Parse(sent.Units, CultureInfo.InvariantCulture), sent.Decimals).ToUsd();
            await unit.Execute(SimulationSql.Pay, amount, sent.ChainId);
        }
    }

    public async ValueTask<PayoutObservation> Find(Payout payout)
    {
        var chain = chains.Get(payout.Chain);
        var found = await unit.Query(SimulatedPayoutSql.Find, Read, WalletOf(payout), payout.Nonce);
        if (found.Count == 0)
        {
            return PayoutObservation.Unknown;
        }

        var (hash, confirmations, reverted) = found[0];
        var isOurs = hash == payout.TxHash;
        return confirmations < 0 ? PayoutObservation.Waiting
            : isOurs && !reverted ? new PayoutObservation(PayoutObservationKind.Included, confirmations, chain.TransferGas)
            : confirmations < chain.RequiredConfirmations ? PayoutObservation.Waiting
            : new PayoutObservation(PayoutObservationKind.Failed, confirmations, isOurs ? chain.TransferGas : Usd.Zero);
    }

    // Marks an accepted transfer as reverted.
    public async ValueTask Revert(Payout payout)
    {
        await unit.Execute(SimulatedPayoutSql.Revert, true, payout.TxHash);
        await unit.Execute(SimulationSql.Pay, -payout.Booked, WalletOf(payout));
    }

    // Mines until the block of the transfer is final.
    public async ValueTask MineUntilFinal(Payout payout)
    {
        var chain = chains.Get(payout.Chain);
        var (_, confirmations, _) = (await unit.Query(SimulatedPayoutSql.Find, Read, WalletOf(payout), payout.Nonce))[0];
        var missing = Math.Max(0L, chain.RequiredConfirmations - confirmations);
        await unit.One(SimulationSql.Mine, static row => row.GetInt64("height"), WalletOf(payout), missing);
    }

    private static (string TxHash, int Confirmations, bool Reverted) Read(IRow row) =>
        (row.GetString("tx_hash"), checked((int)row.GetInt64("confirmations")), row.GetBoolean("reverted"));

    private string Hash(string chain, byte[] bytes) => chains.Get(chain).Format.TransactionHash(Notation.Hash(bytes));

    private byte[] Key(string chain) => keys.Derive($"treasury/simulated/signer/{chain}");
}
