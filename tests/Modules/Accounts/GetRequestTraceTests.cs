using System.Net;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Accounts;

public sealed class GetRequestTraceTests
{
    [DatabaseTheory]
    public async Task A_request_is_kept_for_30_days_and_is_nobody_elses(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        using var other = await host.SignUp();
        var id = (await account.Api.Get("/v1/balance")).Header("Request-Id");
        Assert.Equal(HttpStatusCode.OK, (await account.Api.Get($"/v1/request_logs/{id}/trace")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Api.Get($"/v1/request_logs/{id}/trace")).Status);

        host.Clock.Advance(TimeSpan.FromDays(30));
        await host.RunJobs();
        using var later = await account.SignInAgain();
        Assert.Equal(HttpStatusCode.OK, (await later.Api.Get($"/v1/request_logs/{id}/trace")).Status);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await host.RunJobs();
        Assert.Equal(HttpStatusCode.NotFound, (await later.Api.Get($"/v1/request_logs/{id}/trace")).Status);
    }
}
