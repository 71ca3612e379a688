using System.Net;
using Cryptocardium.Kernel.Data;
using static Cryptocardium.Tests.Treasury.TopupCalls;

namespace Cryptocardium.Tests.Treasury;

// What time does to a top-up and its deposit.
public sealed class LateDepositTests
{
    [DatabaseTheory]
    public async Task A_deposit_on_its_way_keeps_the_topup_open(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var topup = await Create(account, 50);
        await Deposit(account, topup, new { confirmations = 3 });

        var cancel = await account.Api.Post($"/v1/topups/{topup["id"]}/cancel");
        host.Clock.Advance(TimeSpan.FromHours(2));
        await host.RunJobs();

        Assert.Equal((HttpStatusCode.Conflict, "conflict_state"), (cancel.Status, cancel.Code));
        Assert.Equal("pending", (await account.Api.Get($"/v1/topups/{topup["id"]}"))["status"]);
        Assert.Equal("0.00/50.00 0.00/0.00", await Books(account));

        // Blocks for another top-up of the account on the same chain are blocks for this one too.
        await Deposit(account, await Create(account, 20), null);
        Assert.Equal(("completed", ""), await StatusOf(account, topup));
        Assert.Equal("70.00/0.00 0.00/0.00", await Books(account));
        await BooksAudit.Check(host.Database);
    }

    [DatabaseTheory]
    public async Task Late_deposits_are_credited_and_say_so(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var cancelled = await Create(account, 30);
        var expired = await Create(account, 40);
        var overdue = await Create(account, 50);
        await TestAccount.Ok(account.Api.Post($"/v1/topups/{cancelled["id"]}/cancel"));
        Assert.Equal("0.00/90.00 0.00/0.00", await Books(account));
        await Deposit(account, cancelled, null);
        Assert.Equal(("completed", "true"), await StatusOf(account, cancelled));

        host.Clock.Advance(TimeSpan.FromMinutes(60));
        await Deposit(account, overdue, null);
        Assert.Equal(("completed", "true"), await StatusOf(account, overdue));
        await host.RunJobs();
        Assert.Equal(("expired", ""), await StatusOf(account, expired));
        Assert.Equal("80.00/0.00 0.00/0.00", await Books(account));
        await Deposit(account, expired, null);
        Assert.Equal(("completed", "true"), await StatusOf(account, expired));

        Assert.Equal("120.00/0.00 0.00/0.00", await Books(account));
        await BooksAudit.Check(host.Database);
    }
}
