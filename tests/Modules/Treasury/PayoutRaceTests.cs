using System.Net;
using Cryptocardium.Kernel.Data;
using static Cryptocardium.Tests.Treasury.WithdrawalCalls;

namespace Cryptocardium.Tests.Treasury;

// Concurrent withdrawals and payouts.
public sealed class PayoutRaceTests
{
    [DatabaseTheory]
    public async Task Cancelling_and_signing_at_once_end_in_one_of_the_two(Engine engine)
    {
        await using var host = await Start(engine);
        using var account = await host.SignUpWith(150);
        for (var round = 0; round < 20; round++)
        {
            var withdrawal = await Withdraw(account, 100);
            host.Clock.Advance(Delay);
            var cancel = Cancel(account, withdrawal);
            await Task.WhenAll(cancel, host.RunJobs());

            var cancelled = (await cancel).Status == HttpStatusCode.OK;
            Assert.True(cancelled || (await cancel).Code == "conflict_state", (await cancel).ToString());
            Assert.Equal(cancelled ? "cancelled" : "broadcasted", (await Get(account, withdrawal))["status"]);
            Assert.Equal(cancelled ? "150.00" : "50.00", await account.Treasury());
            if (!cancelled)
            {
                await TestAccount.Ok(Advance(account, withdrawal, "failed"));
            }
        }

        await BooksAudit.Check(host.Database);
    }

    [DatabaseTheory]
    public async Task Of_many_withdrawals_of_the_whole_balance_one_is_made(Engine engine)
    {
        await using var host = await Start(engine);
        using var account = await host.SignUpWith(150);

        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Try(account, 150)));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created);
        Assert.All(
            answers.Where(answer => answer.Status != HttpStatusCode.Created),
            answer => Assert.Equal((HttpStatusCode.Forbidden, "insufficient_treasury_balance"), (answer.Status, answer.Code)));
        Assert.Equal("0.00", await account.Treasury());
        await BooksAudit.Check(host.Database);
    }

    // The wallet on bsc holds 1,000,000.00. On PostgreSQL the commands of the accounts run on different connections.
    [DatabaseTheory]
    public async Task Accounts_that_withdraw_at_once_are_not_promised_more_than_the_chain_holds(Engine engine)
    {
        await using var host = await Start(engine);
        var accounts = new List<TestAccount>();
        for (var i = 0; i < 8; i++)
        {
            accounts.Add(await host.SignUp());
            await TopupCalls.Deposit(accounts[i], await TopupCalls.Create(accounts[i], 100), new { amount_usd = 300_000 });
        }

        var answers = await Task.WhenAll(accounts.Select(account => Try(account, 250_000, "bsc")));

        Assert.Equal(4, answers.Count(answer => answer.Status == HttpStatusCode.Created));
        Assert.Equal(4, answers.Count(answer => answer.Code == "chain_liquidity_unavailable"));
        accounts.ForEach(account => account.Dispose());
        await BooksAudit.Check(host.Database);
    }
}
