using Cryptocardium.Kernel.Data;
using static Cryptocardium.Tests.Treasury.TopupCalls;

namespace Cryptocardium.Tests.Treasury;

// All accounts share the opening capital of the simulated chains.
public sealed class SimulatedCapitalTests
{
    [DatabaseTheory]
    public async Task Opening_capital_is_posted_once_for_each_chain_and_mode(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var books = await TreasuryBooks.StartAt(account);

        await host.RunJobs();
        var once = await books.Now();
        await host.RunJobs();

        Assert.Equal(
            "A.chain:tron 2000000, A.chain:bsc 2000000, A.chain:ethereum 2000000, "
            + "A.gas:tron 2000000, A.gas:bsc 2000000, A.gas:ethereum 2000000, E.equity 12000000",
            once);
        Assert.Equal(once, await books.Now());
        await BooksAudit.Check(host.Database);
    }

    // The share is the account's own deposits on a chain plus a part of the opening capital.
    [DatabaseTheory]
    public async Task An_account_takes_no_more_from_a_chain_than_its_share(Engine engine)
    {
        await using var host = await WithdrawalCalls.Start(engine);
        using var greedy = await host.SignUp();
        using var other = await host.SignUp();
        await Deposit(greedy, await Create(greedy, 100), new { amount_usd = 900_000 });
        await Deposit(other, await Create(other, 100), new { amount_usd = 10_000 });

        var first = await WithdrawalCalls.Withdraw(greedy, 200_000, "bsc");
        await TestAccount.Ok(WithdrawalCalls.Advance(greedy, first, "confirmed"));
        await WithdrawalCalls.Withdraw(greedy, 50_000, "bsc");
        Assert.Equal("chain_liquidity_unavailable", (await WithdrawalCalls.Try(greedy, 10, "bsc")).Code);
        await WithdrawalCalls.Withdraw(other, 10_000, "bsc");

        // Deposits on a chain can be withdrawn there without using the share.
        await Deposit(greedy, await Create(greedy, 100, "bsc"), new { amount_usd = 1_000 });
        await WithdrawalCalls.Withdraw(greedy, 1_000, "bsc");
        Assert.Equal("chain_liquidity_unavailable", (await WithdrawalCalls.Try(greedy, 10, "bsc")).Code);
        await WithdrawalCalls.Withdraw(greedy, 400_000);
        await BooksAudit.Check(host.Database);
    }

    [DatabaseTheory]
    public async Task Simulated_capital_that_runs_low_is_brought_back_as_a_journal(Engine engine)
    {
        await using var host = await WithdrawalCalls.Start(engine);
        var accounts = new List<TestAccount>();
        for (var i = 0; i < 3; i++)
        {
            accounts.Add(await host.SignUp());
            await Deposit(accounts[i], await Create(accounts[i], 100), new { amount_usd = 250_000 });
            await WithdrawalCalls.Withdraw(accounts[i], 250_000, "ethereum");
        }

        var before = await BookChanges.Now(host.Database);

        await host.RunJobs();

        // Fees stay on the chain.
        Assert.Equal("A.chain:ethereum +749982.00, E.equity +749982.00", await before.Since(host.Database));
        await host.RunJobs();
        Assert.Equal("A.chain:ethereum +749982.00, E.equity +749982.00", await before.Since(host.Database));
        Assert.Equal(0, host.Reconciliation.Discrepancies);
        accounts.ForEach(account => account.Dispose());
        await BooksAudit.Check(host.Database);
    }
}
