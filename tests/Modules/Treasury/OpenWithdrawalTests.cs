using System.Net;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Treasury;

public sealed class OpenWithdrawalTests
{
    [DatabaseTheory]
    public async Task Open_withdrawals_of_an_account_have_an_end(Engine engine)
    {
        await using var host = await WithdrawalCalls.Start(engine);
        using var account = await host.SignUpWith(1_000);
        using var other = await host.SignUpWith(1_000);
        Answer? last = null;
        for (var i = 0; i < 50; i++)
        {
            last = await WithdrawalCalls.Withdraw(account, 10, i % 2 == 0 ? "tron" : "bsc");
        }

        var refused = await WithdrawalCalls.Try(account, 10);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "withdrawal_limit_reached"), (refused.Status, refused.Code));
        Assert.Equal("500.00", await account.Treasury());
        await WithdrawalCalls.Withdraw(other, 10);
        await TestAccount.Ok(WithdrawalCalls.Cancel(account, last!));
        await WithdrawalCalls.Withdraw(account, 10);
        await BooksAudit.Check(host.Database);
    }
}
