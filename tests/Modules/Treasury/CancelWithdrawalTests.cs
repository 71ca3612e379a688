using System.Net;
using Cryptocardium.Kernel.Data;
using static Cryptocardium.Tests.Treasury.WithdrawalCalls;

namespace Cryptocardium.Tests.Treasury;

public sealed class CancelWithdrawalTests
{
    [DatabaseTheory]
    public async Task A_withdrawal_is_taken_back_until_it_is_signed(Engine engine)
    {
        await using var host = await Start(engine);
        using var account = await host.SignUpWith(150);
        var first = await Withdraw(account, 100);
        var second = await Withdraw(account, 50);
        Assert.Equal("0.00", await account.Treasury());

        var cancelled = await TestAccount.Ok(Cancel(account, first));
        await TestAccount.Ok(Advance(account, second));

        Assert.Equal(("cancelled", "cancelled", ""), (cancelled["status"], cancelled["failure_reason"], cancelled["tx_hash"]));
        foreach (var withdrawal in new[] { first, second })
        {
            var refused = await Cancel(account, withdrawal);
            Assert.Equal((HttpStatusCode.Conflict, "conflict_state"), (refused.Status, refused.Code));
        }

        host.Clock.Advance(Delay);
        await host.RunJobs();
        Assert.Equal("100.00", await account.Treasury());
        Assert.Single(await Moved(host));
        Assert.Equal(["withdrawal.created", "withdrawal.created", "withdrawal.failed", "withdrawal.broadcasted"], await Events(host));
        await BooksAudit.Check(host.Database);
    }
}
