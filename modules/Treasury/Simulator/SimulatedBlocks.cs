using System.Globalization;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Addresses;
using Cryptocardium.Treasury.Chains;
using Cryptocardium.Treasury.Domain;

namespace Cryptocardium.Treasury.Simulator;

// Transfers, blocks and reorganizations of simulated chains. Every change locks the row of its chain until the commit.
internal sealed class SimulatedBlocks(UnitOfWork unit, IdSource ids, ChainCatalog chains)
{
    // Delayed transfers that one unit of work mines.
    private const int DueAtOnce = 20;

    // Replaces the account in the id of the chain that holds the program's own transfers.
    private const string Program = "programme";

    // Mines a transfer and its confirmations, or stores it as pending if it has a delay. The caller has locked the chain.
    public async ValueTask Send(Topup topup, SimulatedPayment payment)
    {
        var chain = chains.Get(topup.Chain);
        var id = Id(topup.AccountId, topup.Mode, topup.Chain);
        long? block = null;
        if (payment.Delay == TimeSpan.Zero)
        {
            block = await Mine(id, 1L + payment.Confirmations) - payment.Confirmations;
        }

        if (payment.Asset == chain.Token.Asset)
        {
            await unit.Execute(SimulationSql.Receive, payment.Amount, id);
        }

        var sent = TokenAmount.From(payment.Amount, chain.Token.Decimals);
        await unit.Execute(
            SimulationSql.InsertTransfer,
            chain.Format.TransactionHash(Random(Notation.TransactionHashBytes)), 0, id,
            payment.Sender ?? chain.Format.Address(Random(Notation.AddressBytes)), topup.DepositAddress, payment.Asset, payment.Amount,
            sent.Units.ToString(CultureInfo.InvariantCulture), sent.Decimals, payment.CannotSettle, payment.Confirmations, block,
            block is null ? unit.Now + payment.Delay : null);
    }

    // Removes the newest blocks, at most all of them, and mines new ones.
    public async ValueTask<Reorganization> Reorganize(AccountId account, Mode mode, string chain, int depth, int mined, bool reinclude)
    {
        var id = Id(account, mode, chain);
        var height = await Mine(id, 0);
        var lost = (int)Math.Min(depth, height);
        var kept = height - lost;
        var reached = lost == 0 ? [] : await Remove(id, kept);
        if (reinclude && mined > 0)
        {
            reached.AddRange(await unit.Query(SimulationSql.Reinclude, static row => row.GetString("to_address"), kept + 1, id));
        }

        var now = await Mine(id, mined - lost);
        return new Reorganization(now, lost, [.. reached.Distinct(StringComparer.Ordinal)]);
    }

    private async ValueTask<List<string>> Remove(string id, long kept)
    {
        await unit.Execute(SimulationSql.MarkReorganized, id);
        return await unit.Query(SimulationSql.RemoveBlocks, static row => row.GetString("to_address"), id, kept);
    }

    // Mines the due transfers of one chain, and returns their addresses.
    public async ValueTask<IReadOnlyList<string>> MineDue()
    {
        if (await unit.One(SimulationSql.NextDue, static row => row.GetString("chain_id"), unit.Now) is not { } id)
        {
            return [];
        }

        // Another node may have found the same chain. The lock comes first, so that its mined transfers are no longer due here.
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

    // Changes the holdings of a chain by a transfer that belongs to no top-up and no withdrawal.
    public async ValueTask ChangeHoldings(Mode mode, Chain chain, Usd amount)
    {
        var shifted = TokenAmount.From(amount, chain.Token.Decimals);
        await unit.Execute(
            SimulationSql.InsertTransfer,
            chain.Format.TransactionHash(Random(Notation.TransactionHashBytes)), 0, $"{Program}:{mode.Text()}:{chain.Key}",
            "", "", chain.Token.Asset, amount, shifted.Units.ToString(CultureInfo.InvariantCulture), shifted.Decimals, false, 0, 0L, null);
    }

    // Locks the chain until the commit.
    public async ValueTask Lock(AccountId account, Mode mode, string chain) => await Mine(Id(account, mode, chain), 0);

    public async ValueTask MineOne(AccountId account, Mode mode, string chain) => await Mine(Id(account, mode, chain), 1);

    // The number of transfers that are in no block and may still be mined.
    public ValueTask<long> CountUnmined(AccountId account, Mode mode, string chain) =>
        unit.One(SimulationSql.CountUnmined, static row => row.GetInt64("transfers"), Id(account, mode, chain));

    // The deposits of an account on its chain minus its withdrawals; may be negative.
    public ValueTask<Usd> NetDeposits(AccountId account, Mode mode, string chain) =>
        unit.One(SimulationSql.NetDeposits, static row => row.GetUsd("net"), Id(account, mode, chain));

    private static string Id(AccountId account, Mode mode, string chain) => $"{account}:{mode.Text()}:{chain}";

    // Returns the new height. Mining no block only locks the chain.
    private ValueTask<long> Mine(string id, long blocks) => unit.One(SimulationSql.Mine, static row => row.GetInt64("height"), id, blocks);

    private byte[] Random(int length)
    {
        var bytes = new byte[length];
        ids.Fill(bytes);
        return bytes;
    }
}
