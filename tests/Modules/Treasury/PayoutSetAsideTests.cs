using Cryptocardium.Kernel.Data;
using static Cryptocardium.Tests.Treasury.WithdrawalCalls;

namespace Cryptocardium.Tests.Treasury;

// A payout that fails must not block the others.
public sealed class PayoutSetAsideTests
{
    private const string Broken = "UPDATE treasury_payout SET to_address = 'nowhere' WHERE id = ";

    [DatabaseTheory]
    public async Task A_payout_that_cannot_be_signed_keeps_nothing_from_the_others_and_is_tried_again(Engine engine)
    {
        await using var host = await Start(engine);
        using var account = await host.SignUpWith(150);
        var broken = await Withdraw(account, 20);
        await StoredRows.Of(host.Database, $"{Broken}'{broken["id"]}'");
        var sound = await Withdraw(account, 30);
        host.Clock.Advance(Delay);

        await host.RunJobs();

        Assert.Equal(("created", "broadcasted"), ((await Get(account, broken))["status"], (await Get(account, sound))["status"]));
        Assert.Contains($"Payout {broken["id"]} on tron failed 1 times in a row", host.Logs.Text, StringComparison.Ordinal);
        Assert.Equal("degraded", await ChainStatus(host, "sandbox"));
        Assert.Equal("operational", await ChainStatus(host, "live"));

        // The back-off grows with each failure.
        host.Clock.Advance(TimeSpan.FromSeconds(5));
        await host.RunJobs();
        Assert.Contains($"Payout {broken["id"]} on tron failed 2 times in a row", host.Logs.Text, StringComparison.Ordinal);
        await StoredRows.Of(host.Database, $"UPDATE treasury_payout SET to_address = '{Tron}' WHERE id = '{broken["id"]}'");
        host.Clock.Advance(TimeSpan.FromSeconds(9));
        await host.RunJobs();
        Assert.Equal("created", (await Get(account, broken))["status"]);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await host.RunJobs();

        Assert.Equal("broadcasted", (await Get(account, broken))["status"]);
        Assert.Equal("operational", await ChainStatus(host, "sandbox"));
        await BooksAudit.Check(host.Database);
    }

    [DatabaseTheory]
    public async Task A_payout_that_cannot_be_concluded_keeps_nothing_from_the_others(Engine engine)
    {
        await using var host = await Start(engine);
        using var account = await host.SignUpWith(150);
        var broken = await Withdraw(account, 20);
        var sound = await Withdraw(account, 30);
        host.Clock.Advance(Delay);
        await host.RunJobs();
        await StoredRows.Of(host.Database, $"UPDATE treasury_withdrawal SET status = 'created', tx_hash = NULL WHERE id = '{broken["id"]}'");
        await account.Deposit(20);

        await host.RunJobs();

        Assert.Equal(("created", "confirmed"), ((await Get(account, broken))["status"], (await Get(account, sound))["status"]));
        Assert.Equal("degraded", await ChainStatus(host, "sandbox"));
        await BooksAudit.Check(host.Database);
    }

    // As many failing payouts as one run takes, all older than the payout of another chain.
    [DatabaseTheory]
    public async Task A_chain_on_which_nothing_works_keeps_nothing_from_another(Engine engine)
    {
        await using var host = await Start(engine);
        using var account = await host.SignUpWith(150);
        using var rich = await host.SignUpWith(199);
        for (var i = 0; i < 11; i++)
        {
            await Withdraw(account, 10);
            await Withdraw(rich, 10);
        }

        await StoredRows.Of(host.Database, "UPDATE treasury_payout SET to_address = 'nowhere'");
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        var sound = await Withdraw(account, 20, "bsc");
        host.Clock.Advance(Delay);

        await host.RunJobs();

        Assert.Equal("broadcasted", (await Get(account, sound))["status"]);
        Assert.Single(await Moved(host));
    }

    private static Task<string> ChainStatus(TestHost host, string mode) => host.StatusOf("chain", mode);
}
