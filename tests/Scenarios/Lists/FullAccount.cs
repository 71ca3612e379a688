using System.Globalization;

namespace Cryptocardium.Tests.Scenarios.Lists;

// An account with at least three rows in every list and money in both books.
internal static class FullAccount
{
    public const int Least = 3;

    private const string WithdrawalAddress = "TJEh7TX8sNj5uq4hXKyYdTrnGmecipESBX";

    private static readonly TimeSpan Month = TimeSpan.FromDays(31);

    /// <returns>The account, and existing values by parameter name.</returns>
    public static async Task<(TestAccount Account, Dictionary<string, string> Names)> Open(TestHost host)
    {
        await host.RunJobs();
        var account = await host.SignUpWith(100);
        await account.Deposit(1_000);
        for (var month = 1; month < Least; month++)
        {
            host.Clock.Advance(Month);
            account.Dispose();
            account = await account.SignInAgain();
        }

        var names = new Dictionary<string, string> { ["period"] = host.Clock.GetUtcNow().ToString("yyyy-MM", CultureInfo.InvariantCulture) };
        for (var i = 0; i < Least; i++)
        {
            await TestAccount.Created(account.Api.Post("/v1/topups", new { amount_usd = 20 + i, asset = "USDT", chain = "tron" }));
            await TestAccount.Created(account.Api.Post(
                "/v1/withdrawals", new { amount_usd = 20 + i, chain = "tron", address = WithdrawalAddress }));
            names["card_id"] = await account.IssueCard(load: 50);
        }

        for (var i = 0; i < Least; i++)
        {
            await TestAccount.Created(account.Api.Post($"/v1/cards/{names["card_id"]}/wallet_tokens", new { wallet = "apple_pay" }));
            await Dispute(account, names, amount: 5 + i % 2);
        }

        for (var i = 0; i < Least; i++)
        {
            await TestAccount.Created(account.Api.Send(Samples.Upload(
                $"/v1/disputes/{names["dispute_id"]}/evidence", new ByteArrayContent(Samples.Pdf(1_000 + i)))));
        }

        await Faults(host, account);
        names["journal_id"] = (await account.Api.Get("/v1/ledger/entries?limit=1")).Json.GetProperty("data")[0].GetProperty("journal_id").GetString()!;
        names["address"] = WithdrawalAddress;
        return (account, names);
    }

    private static async Task Faults(TestHost host, TestAccount account)
    {
        object[] faults =
        [
            new { type = "issuer_outage", mode = "sandbox" },
            new { type = "issuer_latency", latency_ms = 1, mode = "sandbox" },
            new { type = "issuer_outage", duration_seconds = 1 },
        ];
        foreach (var fault in faults)
        {
            await TestAccount.Created(account.Api.Post("/v1/simulate/faults", fault));
        }

        // The tests go on in live mode without an outage.
        host.Clock.Advance(TimeSpan.FromSeconds(1));
    }

    private static async Task Dispute(TestAccount account, Dictionary<string, string> names, decimal amount)
    {
        names["authorization_id"] = (await account.Authorize(names["card_id"], amount))["authorization_id"];
        names["transaction_id"] = (await account.Capture(names["authorization_id"]))["id"];
        names["dispute_id"] = (await TestAccount.Created(account.Api.Post(
            "/v1/disputes", new { transaction_id = names["transaction_id"], reason = "duplicate", description = "Twice." })))["id"];
    }
}
