using System.Net;
using Cryptocardium.Kernel.Data;
using static Cryptocardium.Tests.Treasury.TopupCalls;

namespace Cryptocardium.Tests.Treasury;

// Two concurrent actions on one top-up: in either order each deposit is credited once and nothing stays pending.
public sealed class DepositRaceTests
{
    private const int Rounds = 10;
    private const int Clients = 8;

    [DatabaseTheory]
    public async Task Deposits_that_become_final_at_once_are_credited_once_each(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        for (var round = 0; round < Rounds; round++)
        {
            using var account = await host.SignUp();
            var steps = new TreasurySteps(account);
            await steps.Run("create 100, detect 60, detect 50, create 120, detect 120");

            var answers = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => steps.Blocks(20)));

            Assert.Equal(3, answers.Sum(answer => answer.Json.GetProperty("credited_deposits").GetInt32()));
            Assert.Equal("230.00/0.00 0.00/0.00", await Books(account));
        }

        await BooksAudit.Check(host.Database);
    }

    [DatabaseTheory]
    public async Task A_cancellation_beside_a_deposit_loses_no_money(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        for (var round = 0; round < Rounds; round++)
        {
            using var account = await host.SignUp();
            var topup = await Create(account, 100);

            var cancelling = account.Api.Post($"/v1/topups/{topup["id"]}/cancel");
            var paying = Deposit(account, topup, null);
            await Task.WhenAll(cancelling, paying);

            var cancelled = (await cancelling).Status;
            Assert.True(cancelled is HttpStatusCode.OK or HttpStatusCode.Conflict, cancelled.ToString());
            Assert.Equal(("completed", cancelled == HttpStatusCode.OK ? "true" : ""), await StatusOf(account, topup));
            Assert.Equal("100.00/0.00 0.00/0.00", await Books(account));
        }

        await BooksAudit.Check(host.Database);
    }

    [DatabaseTheory]
    public async Task Expiry_beside_a_deposit_loses_no_money(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        for (var round = 0; round < Rounds; round++)
        {
            using var account = await host.SignUp();
            var steps = new TreasurySteps(account);
            await steps.Run("create 100, delay 60");
            host.Clock.Advance(TimeSpan.FromMinutes(60));

            await Task.WhenAll(host.RunJobs(), host.RunJobs(), Deposit(account, steps.Topup, new { amount_usd = 40 }));

            Assert.Equal(("completed", "true"), await StatusOf(account, steps.Topup));
            Assert.Equal("100.00/0.00 0.00/0.00", await Books(account));
        }

        await BooksAudit.Check(host.Database);
    }
}
