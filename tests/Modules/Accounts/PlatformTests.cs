using System.Net;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Tests.Accounts;

public sealed class PlatformTests
{
    [Fact]
    public async Task The_changelog_begins_with_the_version_that_runs()
    {
        await using var host = await TestHost.Start(Engine.Sqlite);
        var status = await TestAccount.Ok(host.Anonymous.Get("/v1/status"));
        var all = await Versions(host, "/v1/changelog");
        var first = await TestAccount.Ok(host.Anonymous.Get("/v1/changelog?limit=2"));

        Assert.Equal($"{all[0][1..]}.0", status["version"]);
        Assert.Equal(all[..2], Names(first));
        Assert.Equal(all[2..], await Versions(host, $"/v1/changelog?cursor={first["next_cursor"]}"));
        Assert.Equal("invalid_cursor", (await host.Anonymous.Get("/v1/changelog?cursor=v0.1")).Code);
    }

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
    public async Task A_program_is_ready_when_what_comes_first_is_done(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var http = new HttpClient { BaseAddress = host.Server };

        using var early = await http.GetAsync("/readyz");
        await host.RunJobs();
        using var late = await http.GetAsync("/readyz");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (early.StatusCode, late.StatusCode));
        Assert.Equal(6, await DatabaseRows.Number(host.Database, "SELECT COUNT(*) FROM ledger_journal WHERE kind = 'opening_capital'"));
    }

    // Of everything, and of the jobs.
    private static async Task<string> Status(TestHost host)
    {
        var answer = await TestAccount.Ok(host.Anonymous.Get("/v1/status"));
        var jobs = answer.Json.GetProperty("services").EnumerateArray().Single(service => service.GetProperty("name").GetString() == "jobs");
        return $"{answer["status"]} {jobs.GetProperty("status").GetString()}";
    }

    private static async Task<List<string>> Versions(TestHost host, string path) => Names(await TestAccount.Ok(host.Anonymous.Get(path)));

    private static List<string> Names(Answer page) =>
        [.. page.Json.GetProperty("data").EnumerateArray().Select(change => change.GetProperty("version").GetString()!)];
}
