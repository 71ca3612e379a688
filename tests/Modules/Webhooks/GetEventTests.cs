using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Webhooks;

public sealed class GetEventTests
{
    [DatabaseTheory]
    public async Task An_event_is_the_same_alone_as_in_the_list(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1_000);
        await account.IssueCard(load: 50);
        var listed = (await TestAccount.Ok(account.Api.Get("/v1/events?type=card.loaded"))).Json.GetProperty("data")[0];

        var alone = await TestAccount.Ok(account.Api.Get($"/v1/events/{listed.GetProperty("id").GetString()}"));

        Assert.Equal(listed.GetRawText(), alone.Json.GetRawText());
        var load = alone.Json.GetProperty("data").GetProperty("load");
        Assert.Equal(("50.00", "1.00"), (load.GetProperty("amount_usd").GetRawText(), load.GetProperty("rail_fee_usd").GetRawText()));
        Assert.StartsWith("jnl_", load.GetProperty("journal_id").GetString(), StringComparison.Ordinal);
    }

    [DatabaseTheory]
    public async Task An_event_of_another_account_is_unknown(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        using var other = await host.SignUp();
        var id = (await TestAccount.Ok(account.Api.Get("/v1/events"))).Json.GetProperty("data")[0].GetProperty("id").GetString();

        Assert.Equal("resource_not_found", (await other.Api.Get($"/v1/events/{id}")).Code);
        Assert.Equal("resource_not_found", (await other.Api.Get("/v1/events/evt_000000000000000000000000")).Code);
    }

    [DatabaseTheory]
    public async Task The_event_of_a_session_has_the_session_without_its_token(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        using var again = await account.SignInAgain();
        await account.Api.Delete("/v1/sessions/current");

        var events = (await TestAccount.Ok(again.Api.Get("/v1/events?limit=2"))).Json.GetProperty("data").EnumerateArray().ToList();

        Assert.Equal(["account.signed_out", "account.signed_in"], events.Select(raised => raised.GetProperty("type").GetString()));
        Assert.All(events, raised => Assert.Equal("session", raised.GetProperty("data").GetProperty("object").GetProperty("object").GetString()));
        Assert.All(events, raised => Assert.False(raised.GetProperty("data").GetProperty("object").TryGetProperty("token", out _)));
        var current = await TestAccount.Ok(again.Api.Get("/v1/credentials/current"));
        Assert.Equal(current["id"], events[1].GetProperty("data").GetProperty("object").GetProperty("id").GetString());
    }
}
