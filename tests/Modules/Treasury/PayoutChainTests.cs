using Cryptocardium.Kernel.Data;
using static Cryptocardium.Tests.Treasury.WithdrawalCalls;

namespace Cryptocardium.Tests.Treasury;

// Effects of a chain on a transfer, and nonces of transfers.
public sealed class PayoutChainTests
{
    [DatabaseTheory]
    public async Task A_transfer_that_its_chain_forgot_is_sent_again(Engine engine)
    {
        await using var host = await Start(engine);
        using var account = await host.SignUpWith(150);
        var withdrawal = await Withdraw(account, 100);
        await TestAccount.Ok(Advance(account, withdrawal));
        await StoredRows.Of(host.Database, "DELETE FROM treasury_sim_payout");

        await host.RunJobs();

        Assert.Equal([$"1 {Tron} 99000000"], await Moved(host));
        Assert.Equal("confirmed", (await TestAccount.Ok(Advance(account, withdrawal)))["status"]);
    }

    // Another transfer used the nonce. Once that one is final, ours can never be included.
    [DatabaseTheory]
    public async Task A_transfer_whose_place_is_taken_fails_and_costs_no_gas(Engine engine)
    {
        await using var host = await Start(engine);
        using var account = await host.SignUpWith(150);
        var withdrawal = await Withdraw(account, 100);
        await TestAccount.Ok(Advance(account, withdrawal));
        await StoredRows.Of(host.Database, "UPDATE treasury_sim_payout SET tx_hash = 'another'");
        var before = await BookChanges.Now(host.Database);

        await host.RunJobs();
        Assert.Equal("broadcasted", (await Get(account, withdrawal))["status"]);
        await account.Deposit(20);
        await host.RunJobs();

        var failed = await Get(account, withdrawal);
        Assert.Equal(("failed", "transaction_failed"), (failed["status"], failed["failure_reason"]));
        Assert.Equal("A.chain:tron +20.00, L.wd_bcast:tron -99.00, R.wd_fee -1.00, U.avail +120.00", await before.Since(host.Database));
        await BooksAudit.Check(host.Database);
    }

    [DatabaseTheory]
    public async Task Transfers_of_one_wallet_are_numbered_without_gaps(Engine engine)
    {
        await using var host = await Start(engine);
        using var account = await host.SignUpWith(150);
        for (var i = 0; i < 3; i++)
        {
            await Withdraw(account, 10);
        }

        await Withdraw(account, 10, "bsc");
        host.Clock.Advance(Delay);
        await host.RunJobs();

        Assert.Equal(
            ["bsc 0", "tron 0", "tron 1", "tron 2"],
            await StoredRows.Of(host.Database, "SELECT chain, nonce FROM treasury_payout ORDER BY chain, nonce"));
        Assert.Equal(4, (await Moved(host)).Length);
    }
}
