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
    public async Task The_status_names_every_component_and_leaves_adapters_and_counts_to_the_operator(Engine engine)
    {
        await using var host = await TestHost.Start(engine, "--Logging:LogLevel:Default=Information");

        var status = await TestAccount.Ok(host.Anonymous.Get("/v1/status"));

        Assert.Equal(("operational", "2026-05-19T07:30:00Z"), (status["status"], status["checked_at"]));
        Assert.Equal(
            "database jobs ledger card_issuer/live card_issuer/sandbox chain/live chain/sandbox",
            string.Join(' ', status.Json.GetProperty("components").EnumerateArray().Select(part =>
                part.TryGetProperty("mode", out var mode) ? $"{part.GetProperty("name").GetString()}/{mode.GetString()}" : part.GetProperty("name").GetString())));
        Assert.DoesNotContain("adapter", status.Json.GetRawText(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("count", status.Json.GetRawText(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("The adapter of card_issuer in live mode is Simulated.", host.Logs.Text, StringComparison.Ordinal);
    }

    // The overall status and the status of the jobs.
    private static async Task<string> Status(TestHost host) =>
        $"{(await TestAccount.Ok(host.Anonymous.Get("/v1/status")))["status"]} {await host.StatusOf("jobs")}";
}
