using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Tests.Accounts;

public sealed class GetStatusTests
{
    [DatabaseTheory]
    public async Task A_job_that_fails_degrades_the_status_until_it_succeeds(Engine engine)
    {
        var fails = true;
        var job = new Job("spot", TimeSpan.FromSeconds(1), (_, _) => fails ? throw new InvalidOperationException("on purpose") : new(false));
        await using var host = await TestHost.Start(engine, services => services.AddSingleton(job));
        Assert.Equal("operational operational", await Status(host));

        await Assert.ThrowsAsync<InvalidOperationException>(host.RunJobs);
        Assert.Equal("degraded degraded", await Status(host));
        fails = false;
        await host.RunJobs();
        Assert.Equal("operational operational", await Status(host));
    }

    [DatabaseTheory]
    public async Task The_status_names_the_adapter_of_every_rail(Engine engine)
    {
        await using var host = await TestHost.Start(engine);

        var status = await TestAccount.Ok(host.Anonymous.Get("/v1/status"));

        Assert.Equal("operational", status["status"]);
        Assert.Equal(
            "card_issuer/live card_issuer/sandbox chain/live chain/sandbox",
            string.Join(' ', status.Json.GetProperty("components").EnumerateArray().Select(
                part => $"{part.GetProperty("rail").GetString()}/{part.GetProperty("mode").GetString()}")));
    }

    // The overall status and the status of the jobs.
    private static async Task<string> Status(TestHost host)
    {
        var answer = await TestAccount.Ok(host.Anonymous.Get("/v1/status"));
        var jobs = answer.Json.GetProperty("services").EnumerateArray().Single(service => service.GetProperty("name").GetString() == "jobs");
        return $"{answer["status"]} {jobs.GetProperty("status").GetString()}";
    }
}
