using Cryptocardium.Kernel.Data;
using static Cryptocardium.Tests.Treasury.TopupCalls;

namespace Cryptocardium.Tests.Treasury;

public sealed class LateDepositTests
{
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
