using System.Net;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Files;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Tests.Accounts;

public sealed class ReadinessTests
{
    // A statement for the count of changed rows, which TestDatabase requires.
    private const string Change = "UPDATE kernel_key SET probed_at = probed_at";

    private const string RefuseOnSqlite = Change + "; CREATE TRIGGER full_disk BEFORE UPDATE ON kernel_key BEGIN SELECT RAISE(ABORT, 'full'); END";

    private static readonly string[] RefuseOnPostgres =
    [
        "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''full''; END'",
        "CREATE TRIGGER full_disk BEFORE UPDATE ON kernel_key FOR EACH ROW EXECUTE FUNCTION full_disk()",
    ];

    private static readonly TimeSpan Validity = TimeSpan.FromSeconds(5);

    [DatabaseTheory]
    public async Task A_program_is_ready_when_what_comes_first_is_done(Engine engine)
    {
        await using var host = await TestHost.Start(engine);

        var early = await Ready(host);
        await host.RunJobs();
        var late = await Ready(host);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (early, late));
        Assert.Equal(6, await DatabaseRows.Number(host.Database, "SELECT COUNT(*) FROM ledger_journal WHERE type = 'opening_capital'"));
    }

    [Fact]
    public async Task A_full_disk_is_not_ready_until_there_is_space_again()
    {
        var free = DiskSpace.BytesMin;
        await using var host = await TestHost.Start(Engine.Sqlite, services => services.AddSingleton(new DiskSpace(() => free)));
        await host.RunJobs();

        var before = await Ready(host);
        free = DiskSpace.BytesMin - 1;
        var full = await Ready(host);
        free = DiskSpace.BytesMin;

        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK),
            (before, full, await Ready(host)));
    }

    [DatabaseTheory]
    public async Task A_database_that_takes_no_write_is_not_ready_until_it_takes_one(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        await host.RunJobs();
        Assert.Equal(HttpStatusCode.OK, await Ready(host));
        foreach (var sql in engine == Engine.Sqlite ? [RefuseOnSqlite] : RefuseOnPostgres)
        {
            await host.Database.Execute(sql);
        }

        // A write that succeeded counts for a few seconds.
        var trusted = await Ready(host);
        host.Clock.Advance(Validity);
        var refused = await Ready(host);
        await host.Database.Execute(engine == Engine.Sqlite ? "DROP TRIGGER full_disk; " + Change : "DROP TRIGGER full_disk ON kernel_key");

        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK),
            (trusted, refused, await Ready(host)));
    }

    private static async Task<HttpStatusCode> Ready(TestHost host)
    {
        using var http = new HttpClient { BaseAddress = host.Server };
        using var answer = await http.GetAsync("/readyz");
        return answer.StatusCode;
    }
}
