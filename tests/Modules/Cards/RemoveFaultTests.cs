using System.Net;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class RemoveFaultTests
{
    [DatabaseTheory]
    public async Task A_removed_fault_has_ended_and_is_unknown(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        using var other = await host.SignUp();
        var card = await account.IssueCard();
        var path = $"/v1/simulate/faults/{(await account.Inject(new { type = "issuer_outage" }))["id"]}";

        Assert.Equal("resource_not_found", (await other.Api.Delete(path)).Code);
        Assert.Equal("upstream_issuer_down", (await account.Api.Post($"/v1/cards/{card}/freeze")).Code);
        Assert.Equal(HttpStatusCode.NoContent, (await account.Api.Send(HttpMethod.Delete, path, key: "once")).Status);

        await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/freeze"));
        Assert.Equal(("resource_not_found", "fault_id"), (await Refusal(account, path)));
        var repeated = await account.Api.Send(HttpMethod.Delete, path, key: "once");
        Assert.Equal((HttpStatusCode.NoContent, "true"), (repeated.Status, repeated.Header("Idempotent-Replayed")));
        Assert.Empty(await ListWalk.Ids(account.Api, "/v1/simulate/faults", ""));
    }

    private static async Task<(string? Code, string? Param)> Refusal(TestAccount account, string path)
    {
        var answer = await account.Api.Delete(path);
        return (answer.Code, answer.Param);
    }
}
