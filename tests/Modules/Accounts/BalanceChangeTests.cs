using System.Text.Json;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Accounts;

// account.balance_changed follows every change of the treasury, in the commit of that change.
public sealed class BalanceChangeTests
{
    [DatabaseTheory]
    public async Task Each_command_that_changes_the_treasury_is_followed_by_its_balance(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1_000);
        var card = await account.IssueCard(load: 50);
        await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/unload", new { amount_usd = 10 }));
        var purchase = await account.Authorize(card, 10);
        await account.Capture(purchase["authorization_id"]);

        var events = (await TestAccount.Ok(account.Api.Get("/v1/events?after_sequence=0&limit=100"))).Json.GetProperty("data").EnumerateArray().ToList();
        string[] expected =
        [
            "account.created", "topup.created", "account.balance_changed 0.00 1000.00", "topup.confirmed", "account.balance_changed 1000.00 0.00",
            "card.issued", "card.loaded", "account.balance_changed 949.00 0.00", "card.unloaded", "account.balance_changed 959.00 0.00",
            "transaction.authorized", "transaction.captured",
        ];
        Assert.Equal(expected, events.Select(Shown));
        var balance = (await TestAccount.Ok(account.Api.Get("/v1/balance"))).Json.GetRawText();
        Assert.Equal(balance, events[9].GetProperty("data").GetProperty("object").GetRawText());
    }

    // This deposit switches the account to its live book, while the debt is in the sandbox book.
    [DatabaseTheory]
    public async Task A_deposit_that_only_pays_a_debt_changes_no_balance(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(100);
        var card = await account.IssueCard(load: 50);
        var purchase = await account.Authorize(card, 10);
        await account.Capture(purchase["authorization_id"], 500);
        await account.Deposit(500);
        var before = await Balances(account, "sandbox");

        await account.Deposit(190);

        // The top-up was announced and confirmed, so the pending amount changed twice. The spendable amount did not change.
        var told = (await Balances(account, "sandbox")).Skip(before.Count).ToList();
        Assert.Equal(["account.balance_changed 0.00 190.00", "account.balance_changed 0.00 0.00"], told);
    }

    private static async Task<List<string>> Balances(TestAccount account, string mode) =>
    [
        .. (await TestAccount.Ok(account.Api.Get($"/v1/events?sort=created_at&limit=100&type=account.balance_changed&mode={mode}")))
            .Json.GetProperty("data").EnumerateArray().Select(Shown),
    ];

    private static string Shown(JsonElement raised)
    {
        var (type, resource) = (raised.GetProperty("type").GetString()!, raised.GetProperty("data").GetProperty("object"));
        return type == "account.balance_changed"
            ? $"{type} {resource.GetProperty("available_usd").GetRawText()} {resource.GetProperty("pending_usd").GetRawText()}"
            : type;
    }
}
