using System.Globalization;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Addresses;
using Cryptocardium.Treasury.Chains;
using Cryptocardium.Treasury.Domain;

namespace Cryptocardium.Treasury.Simulator;

// What happens on the simulated chains: transfers, blocks, and blocks that are taken off again. Whoever changes a chain holds back
// everybody else who does until the commit.
internal sealed class SimulatedBlocks(UnitOfWork unit, IdSource ids, ChainCatalogue chains)
{
    // Delayed transfers that one unit of work puts into blocks.
    private const int DueAtOnce = 20;

    // Stands where the account does in the name of a chain.
    private const string Programme = "programme";

    // Puts a transfer into a new block, and so many blocks on top; or leaves it on its way. The chain is the caller's, by Take.
    public async ValueTask Send(Topup topup, SimulatedPayment sending)
    {
        var chain = chains.Get(topup.Chain);
        var id = Id(topup.AccountId, topup.Mode, topup.Chain);
        long? block = null;
        if (sending.Delay == TimeSpan.Zero)
        {
            block = await Mine(id, 1L + sending.Confirmations) - sending.Confirmations;
        }

        if (sending.Token == chain.Token.Asset)
        {
            await unit.Execute(SimulationSql.Receive, sending.Amount, id);
        }

        var sent = TokenAmount.From(sending.Amount, chain.Token.Decimals);
        await unit.Execute(
            SimulationSql.InsertTransfer,
            chain.Format.TransactionHash(Random(Notation.TransactionHashBytes)), 0, id,
            sending.Sender ?? chain.Format.Address(Random(Notation.AddressBytes)), topup.DepositAddress, sending.Token, sending.Amount,
            sent.Units.ToString(CultureInfo.InvariantCulture), sent.Decimals, sending.CannotSettle, sending.Confirmations, block,
            block is null ? unit.Now + sending.Delay : null);
    }

    // Takes the newest blocks off, at most all of them, and mines new ones.
    public async ValueTask<Reorganization> Reorganize(AccountId account, Mode mode, string chain, int depth, int mined, bool reinclude)
    {
        var id = Id(account, mode, chain);
        var height = await Mine(id, 0);
        var lost = (int)Math.Min(depth, height);
        var kept = height - lost;
        var touched = lost == 0 ? [] : await unit.Query(SimulationSql.RemoveBlocks, static row => row.GetString("to_address"), id, kept);
        if (reinclude && mined > 0)
        {
            touched.AddRange(await unit.Query(SimulationSql.Reinclude, static row => row.GetString("to_address"), kept + 1, id));
        }

        var now = await Mine(id, mined - lost);
        return new Reorganization(now, lost, [.. touched.Distinct(StringComparer.Ordinal)]);
    }

    // Mines what was on its way for as long as it should be, of one chain. Answers the addresses that it reached.
    public async ValueTask<IReadOnlyList<string>> MineDue()
    {
        if (await unit.One(SimulationSql.NextDue, static row => row.GetString("chain_id"), unit.Now) is not { } id)
        {
            return [];
        }

        // Another node may have found it as well; what it mined is no longer due once this one has the chain.
        await Mine(id, 0);
        var due = await unit.Query(
            SimulationSql.Due,
            static row => (
                TxHash: row.GetString("tx_hash"), TxIndex: row.GetInt32("tx_index"), Address: row.GetString("to_address"), Depth: row.GetInt32("depth")),
            id, unit.Now, DueAtOnce);
        foreach (var transfer in due)
        {
            var height = await Mine(id, 1 + transfer.Depth);
            await unit.Execute(SimulationSql.Include, height - transfer.Depth, transfer.TxHash, transfer.TxIndex);
        }

        return [.. due.Select(transfer => transfer.Address).Distinct(StringComparer.Ordinal)];
    }

    // Tokens of the programme that come to a chain, or leave it, past every top-up and withdrawal: its holdings change, and nothing else.
    public async ValueTask ChangeHoldings(Mode mode, Chain chain, Usd amount)
    {
        var shifted = TokenAmount.From(amount, chain.Token.Decimals);
        await unit.Execute(
            SimulationSql.InsertTransfer,
            chain.Format.TransactionHash(Random(Notation.TransactionHashBytes)), 0, $"{Programme}:{mode.Text()}:{chain.Key}",
            "", "", chain.Token.Asset, amount, shifted.Units.ToString(CultureInfo.InvariantCulture), shifted.Decimals, false, 0, 0L, null);
    }

    // Holds back everybody else who changes the chain.
    public async ValueTask Lock(AccountId account, Mode mode, string chain) => await Mine(Id(account, mode, chain), 0);

    // How many transfers stand in no block and may still reach one.
    public ValueTask<long> CountUnmined(AccountId account, Mode mode, string chain) =>
        unit.One(SimulationSql.CountUnmined, static row => row.GetInt64("transfers"), Id(account, mode, chain));

    // What an account has brought to its chain, less what it took out again: below zero when that was more.
    public ValueTask<Usd> NetDeposits(AccountId account, Mode mode, string chain) =>
        unit.One(SimulationSql.NetDeposits, static row => row.GetUsd("net"), Id(account, mode, chain));

    private static string Id(AccountId account, Mode mode, string chain) => $"{account}:{mode.Text()}:{chain}";

    // Answers the height. Mining nothing only holds others back.
    private ValueTask<long> Mine(string id, long blocks) => unit.One(SimulationSql.Mine, static row => row.GetInt64("height"), id, blocks);

    private byte[] Random(int length)
    {
        var bytes = new byte[length];
        ids.Fill(bytes);
        return bytes;
    }
}
