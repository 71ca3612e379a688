using System.Net;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Accounts;

public sealed class GetAuditEntryTests
{
    [DatabaseTheory]
    public async Task An_entry_says_who_did_what_and_is_nobody_elses(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1_000);
        using var other = await host.SignUpWith(1_000);
        var card = await account.IssueCard();
        var credential = await TestAccount.Ok(account.Api.Get("/v1/credentials/current"));
        var shown = await TestAccount.Ok(account.Api.Get($"/v1/cards/{card}/pan"));

        var entry = await TestAccount.Ok(account.Api.Get($"/v1/audit/{shown["audit_id"]}"));

        Assert.Equal(
            (shown["audit_id"], "audit_entry", "card.pan_revealed", card, "live"),
            (entry["id"], entry["object"], entry["action"], entry["subject_id"], entry["mode"]));
        var actor = entry.Json.GetProperty("actor");
        Assert.Equal(("credential", credential["id"]), (actor.GetProperty("type").GetString(), actor.GetProperty("id").GetString()));
        Assert.Equal(HttpStatusCode.NotFound, (await other.Api.Get($"/v1/audit/{shown["audit_id"]}")).Status);
        Assert.DoesNotContain(shown["audit_id"], await All(other, ""));
    }

    private static Task<List<string>> All(TestAccount account, string query, int limit = 100) =>
        ListWalk.Ids(account.Api, "/v1/audit", query, limit);
}
