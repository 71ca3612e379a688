using Cryptocardium.Kernel.Data;
using static Cryptocardium.Tests.Treasury.TopupCalls;

namespace Cryptocardium.Tests.Accounts;

public sealed class GetAccountTests
{
    [DatabaseTheory]
    public async Task Two_hundred_live_dollars_in_parts_lead_to_production(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var topup = await Create(account, 500);

        await Deposit(account, topup, new { amount_usd = 199.99m });
        var before = await TestAccount.Ok(account.Api.Get("/v1/accounts/me"));
        await Deposit(account, topup, new { amount_usd = 0.01m });
        var after = await TestAccount.Ok(account.Api.Get("/v1/accounts/me"));

        Assert.Equal(("false", "sandbox", "0.00"), (before["production"], before["mode"], before["balance_usd"]));
        Assert.Equal(("true", "live", "200.00"), (after["production"], after["mode"], after["balance_usd"]));
        await BooksAudit.Check(host.Database);
    }
}
