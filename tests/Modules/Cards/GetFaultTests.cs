using System.Net;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class GetFaultTests
{
    [DatabaseTheory]
    public async Task A_fault_is_as_it_was_injected_past_its_end_too_until_another_replaces_it(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        using var other = await host.SignUp();
        var injected = await account.Inject(new { type = "issuer_latency", latency_ms = 5, duration_seconds = 10 });
        var path = $"/v1/simulate/faults/{injected["id"]}";

        Assert.Equal(injected.Json.GetRawText(), (await TestAccount.Ok(account.Api.Get(path))).Json.GetRawText());
        Assert.Equal((HttpStatusCode.NotFound, "fault_id"), (await Status(other, path), (await other.Api.Get(path)).Param));
        host.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("2026-05-19T07:30:10Z", (await TestAccount.Ok(account.Api.Get(path)))["ends_at"]);

        await account.Inject(new { type = "issuer_latency", latency_ms = 6 });
        Assert.Equal(HttpStatusCode.NotFound, await Status(account, path));
    }

    private static async Task<HttpStatusCode> Status(TestAccount account, string path) => (await account.Api.Get(path)).Status;
}
