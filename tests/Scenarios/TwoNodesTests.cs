using System.Diagnostics;
using Cryptocardium.Kernel.Data;
using Xunit;
using Xunit.Abstractions;

namespace Cryptocardium.Tests.Scenarios;

// Two nodes on one database, all clients on the same few accounts. The node that holds a payout is suspended for longer than its
// lease and then continues.
[Trait("Suite", "Soak")]
public sealed class TwoNodesTests(ITestOutputHelper output)
{
    private const int Clients = 64;
    private const int LeaseSeconds = 2;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Settled = TimeSpan.FromMilliseconds(200);
    // A suspended node keeps its row locks, so the other node needs time between two suspensions.
    private static readonly TimeSpan PauseBetweenStops = TimeSpan.FromSeconds(1);
    // Long enough for a takeover; bounds the test.
    private static readonly TimeSpan LongestTry = TimeSpan.FromMinutes(1);
    // The back-off of a payout is ten minutes at most.
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(11);
    private static readonly TimeSpan Patience = 2 * TimeSpan.FromSeconds(LeaseSeconds);
    private static readonly string[] Settings = ["--Treasury:WithdrawalDelaySeconds=0", $"--Treasury:PayoutLeaseSeconds={LeaseSeconds}"];

    [PostgresFact]
    public async Task Shared_accounts_add_up_and_each_withdrawal_leaves_once_while_the_payer_is_stopped()
    {
        await using var database = await TestDatabase.Create(Engine.Postgres);
        using var one = await ServerProcess.Start(database, Settings);
        using var two = await ServerProcess.Start(database, Settings);
        using var accounts = await SharedAccounts.Open(one.Server, two.Server);
        var span = TimeSpan.FromSeconds(Budget.Of(everyChange: 20, soak: 300));
        using var stop = new CancellationTokenSource();

        var clients = Enumerable.Range(0, Clients).Select(client => accounts.Work(client, stop.Token)).ToArray();
        var takeovers = await StopPayers(database, [one, two], span);
        await stop.CancelAsync();
        await Task.WhenAll(clients);

        await UntilNoneIs(database, "'held', 'signed'");
        await accounts.MineBlocks();
        await UntilNoneIs(database, "'sent'");
        output.WriteLine($"{accounts.Summary}; {takeovers} payers stopped and relieved");
        await accounts.AddUp();
        await EachWithdrawalLeftOnce(database, accounts.Withdrawn);
        await BooksAudit.Check(database);
    }

    // Suspends payers for the whole span, and longer until one was suspended between signing and sending, up to an upper bound.
    private static async Task<int> StopPayers(TestDatabase database, ServerProcess[] nodes, TimeSpan span)
    {
        var watch = Stopwatch.StartNew();
        var takeovers = 0;
        for (var turn = 0; watch.Elapsed < span || (takeovers == 0 && watch.Elapsed < span + LongestTry); turn++)
        {
            await Task.Delay(PauseBetweenStops);
            while ((await Signed(database)).Count == 0)
            {
                Assert.True(watch.Elapsed < span + LongestTry, "No node signs anything any more.");
                await Task.Delay(Pause);
            }

            takeovers += await WasThePayer(database, nodes[turn % nodes.Length]) ? 1 : 0;
        }

        Assert.True(takeovers > 0, "Whenever a node was stopped, it held nothing that was signed and not sent.");
        return takeovers;
    }

    // A payout that stays signed under the same fence while the other node had time to send belongs to the suspended node.
    private static async Task<bool> WasThePayer(TestDatabase database, ServerProcess node)
    {
        node.Freeze();
        try
        {
            var before = await Signed(database);
            await Task.Delay(Settled);
            var held = before.Intersect(await Signed(database)).ToList();
            // A node suspended inside a commit holds locks that prevent a takeover. It continues, and the attempt does not count.
            var watch = Stopwatch.StartNew();
            while (held.Count > 0 && watch.Elapsed < Patience)
            {
                if (!held.Intersect(await Signed(database)).Any())
                {
                    return true;
                }

                await Task.Delay(Pause);
            }

            return false;
        }
        finally
        {
            node.Thaw();
        }
    }

    private static Task<List<(string Id, long Fence)>> Signed(TestDatabase database) => DatabaseRows.Of(
        database, "SELECT id, fence FROM treasury_payout WHERE state = 'signed'", row => (row.GetString(0), row.GetInt64(1)));

    // Waits without a limit as long as the state changes.
    private static async Task UntilNoneIs(TestDatabase database, string states)
    {
        var watch = Stopwatch.StartNew();
        var before = "";
        while (true)
        {
            var open = string.Join(' ', await DatabaseRows.Of(
                database, $"SELECT id, state, failures FROM treasury_payout WHERE state IN ({states}) ORDER BY id", row => $"{row[0]} {row[1]} {row[2]}"));
            if (open.Length == 0)
            {
                return;
            }

            if (open != before)
            {
                watch.Restart();
            }

            before = open;
            Assert.True(watch.Elapsed < LongestRest, $"Nothing happens to the payouts in {states}: {open}");
            await Task.Delay(Pause);
        }
    }

    private static async Task EachWithdrawalLeftOnce(TestDatabase database, IReadOnlyCollection<string> withdrawals)
    {
        var onChain = await DatabaseRows.Of(database, "SELECT tx_hash FROM treasury_sim_payout WHERE NOT reverted", row => row.GetString(0));
        var confirmed = await DatabaseRows.Of(
            database, "SELECT id, tx_hash FROM treasury_withdrawal WHERE status = 'confirmed'", row => (Id: row.GetString(0), Hash: row.GetString(1)));
        Assert.Equal(withdrawals.Order(StringComparer.Ordinal), confirmed.Select(row => row.Id).Order(StringComparer.Ordinal));
        Assert.Equal(confirmed.Select(row => row.Hash).Order(StringComparer.Ordinal), onChain.Order(StringComparer.Ordinal));
    }
}
