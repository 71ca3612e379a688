using Cryptocardium.Kernel.Data;
using static Cryptocardium.Tests.Treasury.TopupCalls;

namespace Cryptocardium.Tests.Accounts;

public sealed class GetAccountTests
{
    // Columns: the announced amount, the deposits, whether the account is in production afterwards, and its balance then.
    [DatabaseTheory]
    public async Task The_first_credited_live_deposit_leads_to_production(Engine engine)
    {
        (decimal Asked, decimal[] Paid, string Production, string Mode, string Balance)[] table =
        [
            (500, [150], "true", "live", "150.00"),
            (200, [200], "true", "live", "200.00"),
            (200, [0.01m], "true", "live", "0.01"),
            (500, [0.5m, 0.5m], "true", "live", "1.00"),
            (199.99m, [500], "false", "sandbox", "500.00"),
            (500, [], "false", "sandbox", "0.00"),
        ];
        await using var host = await TestHost.Start(engine);
        foreach (var row in table)
        {
            using var account = await host.SignUp();
            var topup = await Create(account, row.Asked);
            foreach (var amount in row.Paid)
            {
                await Deposit(account, topup, new { amount_usd = amount });
            }

            var now = await TestAccount.Ok(account.Api.Get("/v1/accounts/me"));
            Assert.Equal((row.Asked, row.Production, row.Mode, row.Balance), (row.Asked, now["production"], now["mode"], now["balance_usd"]));
        }

        await BooksAudit.Check(host.Database);
    }

    [DatabaseTheory]
    public async Task A_live_deposit_that_is_not_credited_does_not_lead_to_production(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        object[] deposits =
        [
            new { amount_usd = 300, asset = "USDC" },
            new { amount_usd = 300, settlement_failure = true },
            new { amount_usd = 300, confirmations = 5 },
        ];
        foreach (var deposit in deposits)
        {
            await Deposit(account, await Create(account, 300, "ethereum"), deposit);
        }

        Assert.Equal("false", (await TestAccount.Ok(account.Api.Get("/v1/accounts/me")))["production"]);
        await BooksAudit.Check(host.Database);
    }

    [DatabaseTheory]
    public async Task A_partial_payment_of_a_live_topup_can_be_loaded_and_withdrawn(Engine engine)
    {
        await using var host = await Treasury.WithdrawalCalls.Start(engine);
        using var account = await host.SignUp();
        await Deposit(account, await Create(account, 500), new { amount_usd = 150 });

        var card = await TestAccount.Created(account.Api.Post("/v1/cards", new { type = "virtual", bin = "489517", load_usd = 100 }));
        var withdrawal = await Treasury.WithdrawalCalls.Withdraw(account, 48);
        await TestAccount.Ok(Treasury.WithdrawalCalls.Advance(account, withdrawal, "confirmed"));

        Assert.Equal(("live", "100.00", "0.00"), (card["mode"], card.Money("balance_usd"), await account.Treasury()));
        Assert.Equal("live", withdrawal["mode"]);
        await BooksAudit.Check(host.Database);
    }
}
