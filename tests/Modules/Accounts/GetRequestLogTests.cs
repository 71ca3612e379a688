using System.Net;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Accounts;

public sealed class GetRequestLogTests
{
    [DatabaseTheory]
    public async Task A_request_says_how_it_was_answered_and_is_nobody_elses(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        using var other = await host.SignUp();
        var session = (await TestAccount.Ok(account.Api.Get("/v1/credentials/current")))["id"];
        var refused = await account.Api.Get("/v1/cards/card_000000000000000000000000");
        var path = $"/v1/request_logs/{refused["request_id"]}";

        var log = await TestAccount.Ok(account.Api.Get(path));

        Assert.Equal(
            (refused["request_id"], "request_log", "GET", "get_card", "404", "resource_not_found"),
            (log["id"], log["object"], log["method"], log["operation"], log["response_status"], log["error_code"]));
        var actor = log.Json.GetProperty("actor");
        Assert.Equal(("credential", session), (actor.GetProperty("type").GetString(), actor.GetProperty("id").GetString()));
        Assert.Equal((HttpStatusCode.NotFound, "request_id"), ((await other.Api.Get(path)).Status, (await other.Api.Get(path)).Param));
    }
}
