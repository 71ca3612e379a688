using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class ListDisputesTests
{
    [DatabaseTheory]
    public async Task Disputes_are_listed_page_by_page_and_narrowed_by_each_filter(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1_000);
        string[] cards = [await account.IssueCard(load: 100), await account.IssueCard(load: 100)];
        var filed = new List<Answer>();
        for (var i = 0; i < 6; i++)
        {
            host.Clock.Advance(TimeSpan.FromSeconds(10));
            var capture = await DisputeCalls.Buy(account, cards[i % 2], 10 - i);
            filed.Add(await DisputeCalls.File(account, capture, reason: i < 2 ? "fraud" : "other"));
        }

        await TestAccount.Ok(DisputeCalls.TryWithdraw(account, filed[5]["id"]));
        var ids = filed.Select(dispute => dispute["id"]).ToArray();
        (string Query, string[] Expected)[] rows =
        [
            ("", [.. ids.Reverse()]),
            ("&sort=created_at", ids),
            ("&sort=amount_usd", [.. ids.Reverse()]),
            ("&sort=-amount_usd", ids),
            ("&status=opened", [.. ids[..5].Reverse()]),
            ("&status=lost", [ids[5]]),
            ("&reason=fraud", [ids[1], ids[0]]),
            ($"&card_id={cards[0]}", [ids[4], ids[2], ids[0]]),
            ($"&transaction_id={filed[3]["transaction_id"]}", [ids[3]]),
            ("&mode=live", [.. ids.Reverse()]),
            ("&mode=sandbox", []),
            ($"&created_after={filed[3]["created_at"]}", [ids[5], ids[4]]),
            ($"&created_before={filed[1]["created_at"]}", [ids[0]]),
        ];
        foreach (var (query, expected) in rows)
        {
            Assert.Equal((query, string.Join(' ', expected)), (query, string.Join(' ', await All(account, query))));
            Assert.Equal((query, string.Join(' ', expected)), (query, string.Join(' ', await All(account, query, limit: 1))));
        }

        Assert.Equal("invalid_cursor", (await account.Api.Get("/v1/disputes?cursor=dsp_000000000000000000000000")).Code);
    }

    private static Task<List<string>> All(TestAccount account, string query, int limit = 100) =>
        ListWalk.Ids(account.Api, "/v1/disputes", query, limit);
}
