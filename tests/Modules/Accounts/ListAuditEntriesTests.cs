using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Accounts;

public sealed class ListAuditEntriesTests
{
    [DatabaseTheory]
    public async Task Entries_are_listed_page_by_page_and_narrowed_by_each_filter(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1_000);
        var card = await account.IssueCard();
        var entries = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            host.Clock.Advance(TimeSpan.FromSeconds(10));
            entries.Add((await TestAccount.Ok(account.Api.Get($"/v1/cards/{card}/pan")))["audit_id"]);
        }

        host.Clock.Advance(TimeSpan.FromSeconds(10));
        using var again = await account.SignInAgain();
        var session = (await TestAccount.Ok(again.Api.Get("/v1/credentials/current")))["id"];
        var signedIn = Assert.Single(await All(account, "&action=account.signed_in"));
        var issued = Assert.Single(await All(account, "&action=card.issued"));
        var second = await TestAccount.Ok(account.Api.Get($"/v1/audit/{entries[1]}"));
        (string Query, string[] Expected)[] rows =
        [
            ("&action=card.pan_revealed", [entries[2], entries[1], entries[0]]),
            ("&action=card.pan_revealed&sort=created_at", [.. entries]),
            ($"&subject_id={card}", [entries[2], entries[1], entries[0], issued]),
            ($"&request_id={second["request_id"]}", [entries[1]]),
            ($"&subject_id={card}&created_after={second["created_at"]}", [entries[2]]),
            ($"&subject_id={card}&created_before={second["created_at"]}", [entries[0], issued]),
            ($"&actor_id={session}&action=account.signed_in", [signedIn]),
            ($"&actor_id={session}&subject_id={card}", []),
            ("&mode=live&action=card.issued", [issued]),
            ("&mode=live&action=account.signed_in", []),
            ("&mode=sandbox", []),
        ];
        foreach (var (query, expected) in rows)
        {
            Assert.Equal((query, string.Join(' ', expected)), (query, string.Join(' ', await All(account, query))));
            Assert.Equal((query, string.Join(' ', expected)), (query, string.Join(' ', await All(account, query, limit: 1))));
        }

        Assert.Single(await All(account, "&action=account.signed_in"));
        Assert.Equal("invalid_cursor", (await account.Api.Get("/v1/audit?cursor=audit_000000000000000000000000")).Code);
    }

    private static Task<List<string>> All(TestAccount account, string query, int limit = 100) =>
        ListWalk.Ids(account.Api, "/v1/audit", query, limit);
}
