using System.Net;
using Cryptocardium.Kernel.Data;
using static Cryptocardium.Tests.Treasury.TopupCalls;

namespace Cryptocardium.Tests.Treasury;

public sealed class CancelTopupTests
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

        // Blocks mined for another top-up on the same chain confirm this one too.
        await Deposit(account, await Create(account, 20), null);
        Assert.Equal(("completed", ""), await StatusOf(account, topup));
        Assert.Equal("70.00/0.00 0.00/0.00", await Books(account));
        await BooksAudit.Check(host.Database);
    }
}
