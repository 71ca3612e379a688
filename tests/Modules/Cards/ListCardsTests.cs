using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class ListCardsTests
{
    [DatabaseTheory]
    public async Task Cards_are_listed_page_by_page_and_narrowed_by_each_filter(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        using var other = await host.SignUp();
        await other.IssueCard();
        var ids = new List<string>();
        foreach (var bin in new[] { "489517", "557213", "448585", "489517" })
        {
            ids.Add(bin == "448585" ? await account.IssuePhysical() : await account.IssueCard(bin: bin));
            host.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await TestAccount.Ok(account.Api.Post($"/v1/cards/{ids[0]}/freeze"));
        await TestAccount.Ok(account.Api.Post($"/v1/cards/{ids[1]}/cancel"));
        await TestAccount.Ok(account.Patch($"/v1/cards/{ids[2]}", new { label = "Ads, May" }));
        var last4 = (await TestAccount.Ok(account.Api.Get($"/v1/cards/{ids[3]}")))["last4"];
        (string Query, string[] Expected)[] rows =
        [
            ("", [ids[3], ids[2], ids[1], ids[0]]),
            ("&sort=created_at", [.. ids]),
            ("&status=active", [ids[3], ids[2]]),
            ("&status=frozen", [ids[0]]),
            ("&status=cancelled", [ids[1]]),
            ("&type=physical", [ids[2]]),
            ("&bin=489517", [ids[3], ids[0]]),
            ($"&last4={last4}", [ids[3]]),
            ("&label=Ads%2C%20May", [ids[2]]),
            ("&label=ads", []),
            ("&mode=sandbox", [ids[3], ids[2], ids[1], ids[0]]),
            ("&mode=live", []),
            ("&created_after=2026-05-19T07:31:00Z", [ids[3], ids[2]]),
            ("&created_before=2026-05-19T07:31:00Z", [ids[0]]),
        ];
        foreach (var (query, expected) in rows)
        {
            Assert.Equal((query, string.Join(' ', expected)), (query, string.Join(' ', await Ids(account, query))));
            Assert.Equal((query, string.Join(' ', expected)), (query, string.Join(' ', await Ids(account, query, limit: 1))));
        }
    }

    private static Task<List<string>> Ids(TestAccount account, string query, int limit = 100) =>
        ListWalk.Ids(account.Api, "/v1/cards", query, limit);
}
