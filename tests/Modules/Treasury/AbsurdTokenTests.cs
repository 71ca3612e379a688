using Cryptocardium.Kernel.Data;
using static Cryptocardium.Tests.Treasury.TopupCalls;

namespace Cryptocardium.Tests.Treasury;

public sealed class AbsurdTokenTests
{
    // The amount is the largest number that a token contract can hold.
    [DatabaseTheory]
    public async Task A_token_with_an_absurd_amount_is_a_deposit_like_others(Engine engine)
    {
        await using var host = await WithdrawalCalls.Start(engine);
        using var account = await host.SignUp();
        var topup = await Create(account, 100);
        await Deposit(account, topup, new { amount_usd = 1, asset = "SPAM", delay_seconds = 1 });
        await StoredRows.Of(
            host.Database,
            "UPDATE treasury_sim_transfer SET decimals = 0, units = '115792089237316195423570985008687907853269984665640564039457584007913129639935'");
        host.Clock.Advance(TimeSpan.FromSeconds(1));

        await host.RunJobs();

        var deposit = (await TestAccount.Ok(account.Api.Get($"/v1/topups/{topup["id"]}"))).Json.GetProperty("deposits")[0];
        Assert.Equal(("rejected", "1000000000.00"), (deposit.GetProperty("status").GetString(), deposit.GetProperty("amount_usd").GetRawText()));
        await Deposit(account, topup, null);
        await host.RunJobs();
        Assert.Equal("100.00/0.00 0.00/0.00", await Books(account));
        await BooksAudit.Check(host.Database);
    }
}
