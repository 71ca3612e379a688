using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class ListCardTransactionsTests
{
    [DatabaseTheory]
    public async Task Transactions_of_one_card_are_listed_page_by_page_and_narrowed_by_each_filter(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1_000);
        var card = await account.IssueCard(load: 100);
        await account.Authorize(await account.IssueCard(load: 100), 5);
        var purchase = await account.Authorize(card, 40);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var capture = await account.Capture(purchase["authorization_id"], 25);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var declined = await account.Authorize(card, 500);
        string[] ids = [purchase["id"], capture["id"], declined["id"]];
        (string Query, string[] Expected)[] rows =
        [
            ("", [ids[2], ids[1], ids[0]]),
            ("&sort=created_at", ids),
            ("&sort=amount_usd", [ids[1], ids[0], ids[2]]),
            ("&status=captured", [ids[1]]),
            ("&status=declined", [ids[2]]),
            ("&mcc=7372", [ids[2], ids[1], ids[0]]),
            ("&mcc=5411", []),
            ("&merchant_name=OpenAI", [ids[2], ids[1], ids[0]]),
            ("&amount_min=40", [ids[2], ids[0]]),
            ("&amount_max=40", [ids[1], ids[0]]),
            ($"&authorization_id={purchase["authorization_id"]}", [ids[1], ids[0]]),
            ("&mode=sandbox", []),
            ("&type=capture", [ids[1]]),
            ("&type=authorization", [ids[2], ids[0]]),
            ("&type=expiry", []),
            ($"&card_id={card}", [ids[2], ids[1], ids[0]]),
            ("&network_reference=ref-1", []),
            ("&created_after=2026-05-19T07:31:00Z", [ids[2]]),
            ("&created_before=2026-05-19T07:31:00Z", [ids[0]]),
        ];
        var other = await account.Api.Get($"/v1/cards/{card}/transactions?card_id=card_000000000000000000000000");
        Assert.Equal(("invalid_value", "card_id"), (other.Code, other.Param));
        foreach (var (query, expected) in rows)
        {
            Assert.Equal((query, string.Join(' ', expected)), (query, string.Join(' ', await Ids(account, card, query))));
            Assert.Equal((query, string.Join(' ', expected)), (query, string.Join(' ', await Ids(account, card, query, limit: 1))));
        }
    }

    [DatabaseTheory]
    public async Task Transactions_of_another_accounts_card_are_not_found(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1_000);
        using var other = await host.SignUp();
        var card = await account.IssueCard(load: 100);
        await account.Authorize(card, 40);

        var refused = await other.Api.Get($"/v1/cards/{card}/transactions");

        Assert.Equal(("resource_not_found", "card_id"), (refused.Code, refused.Param));
    }

    private static Task<List<string>> Ids(TestAccount account, string card, string query, int limit = 100) =>
        ListWalk.Ids(account.Api, $"/v1/cards/{card}/transactions", query, limit);
}
