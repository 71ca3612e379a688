using System.Net;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Writing;
using Cryptocardium.Tests;
using Cryptocardium.Tests.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Modules.Tests.Kernel;

// A write for which the disk has no space stores nothing, and is answered so.
public sealed class FullDiskTests
{
    private const int Customers = 8;

    private static readonly Statement Pages = new("PRAGMA page_count");

    private const string FillDisk = "CREATE TABLE filled (bytes BLOB)";

    private const string Refuse =
        "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION USING ERRCODE = ''53100''; END'";

    // At the statement, and at the COMMIT.
    private static readonly string[] Triggers =
    [
        "CREATE TRIGGER full_disk BEFORE INSERT ON accounts_account FOR EACH ROW EXECUTE FUNCTION full_disk()",
        "CREATE CONSTRAINT TRIGGER full_disk AFTER INSERT ON accounts_account DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION full_disk()",
    ];

    [Fact]
    public async Task A_full_disk_of_SQLite_is_answered_503_until_there_is_space()
    {
        await using var host = await TestHost.Start(Engine.Sqlite);
        await host.RunJobs();
        await using var scope = host.JobScope();
        var writers = scope.ServiceProvider.GetRequiredService<Writers>();
        await SetPagesMax(writers, await writers.Run("", async session => (await session.Query(Pages, static row => row.GetInt64("page_count"), []))[0]));

        var answers = new List<Answer>();
        for (var i = 0; i < 100 && answers.All(answer => answer.Status == HttpStatusCode.Created); i++)
        {
            answers.AddRange(await SignUps(host, i));
        }

        answers.AddRange(await SignUps(host, 100));
        AreServedOrRefused(answers);
        await SetPagesMax(writers, uint.MaxValue - 1);

        var created = (await SignUps(host, 101)).Concat(answers.Where(answer => answer.Status == HttpStatusCode.Created)).ToList();
        Assert.All(created, answer => Assert.Equal(HttpStatusCode.Created, answer.Status));
        Assert.Equal(created.Count, await DatabaseRows.Number(host.Database, "SELECT COUNT(*) FROM accounts_account"));
        Assert.Equal("operational", await host.StatusOf("ledger"));
    }

    [PostgresFact]
    public async Task A_full_disk_of_PostgreSQL_is_answered_503_until_there_is_space()
    {
        await using var host = await TestHost.Start(Engine.Postgres);
        await host.RunJobs();
        await host.Database.Execute(Refuse);
        for (var i = 0; i < Triggers.Length; i++)
        {
            await host.Database.Execute(Triggers[i]);
            AreServedOrRefused(await SignUps(host, i));
            await host.Database.Execute("DROP TRIGGER full_disk ON accounts_account");

            Assert.All(await SignUps(host, i), answer => Assert.Equal(HttpStatusCode.Created, answer.Status));
            Assert.Equal((i + 1) * Customers, await DatabaseRows.Number(host.Database, "SELECT COUNT(*) FROM accounts_account"));
        }
    }

    [DatabaseTheory]
    public async Task Log_entries_that_meet_a_full_disk_are_written_when_there_is_space(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        await host.RunJobs();
        await TestAccount.Ok(account.Api.Get("/v1/balance"));
        await using var connection = await Sql.Open(host.Database);
        await Sql.Run(connection, engine == Engine.Sqlite ? FillDisk : Refuse);
        await Sql.Run(connection, engine == Engine.Sqlite
            ? "CREATE TRIGGER full_disk AFTER INSERT ON accounts_request BEGIN INSERT INTO filled VALUES (zeroblob(100000000)); END"
            : "CREATE TRIGGER full_disk BEFORE INSERT ON accounts_request FOR EACH ROW EXECUTE FUNCTION full_disk()");
        await using var scope = host.JobScope();
        var writers = scope.ServiceProvider.GetRequiredService<Writers>();
        if (engine == Engine.Sqlite)
        {
            await SetPagesMax(writers, 10_000);
        }

        await Assert.ThrowsAnyAsync<Exception>(host.RunJobs);
        Assert.Equal(0, await Logged(host));

        await Sql.Run(connection, engine == Engine.Sqlite ? "DROP TRIGGER full_disk" : "DROP TRIGGER full_disk ON accounts_request");
        await host.RunJobs();
        Assert.Equal(1, await Logged(host));
    }

    private static Task<long> Logged(TestHost host) =>
        DatabaseRows.Number(host.Database, "SELECT COUNT(*) FROM accounts_request WHERE path = '/v1/balance'");

    private static Task<int> SetPagesMax(Writers writers, long pages) =>
        writers.Run("", async session => (await session.Query(new Statement($"PRAGMA max_page_count = {pages}"), static _ => 0, [])).Count);

    private static Task<Answer[]> SignUps(TestHost host, int round) => Task.WhenAll(Enumerable.Range(0, Customers).Select(i => host.Anonymous.Post(
        "/v1/accounts", new { email = $"customer-{round}-{i}@example.com", password = TestAccount.Password })));

    private static void AreServedOrRefused(IReadOnlyCollection<Answer> answers)
    {
        Assert.Contains(answers, answer => answer.Status == HttpStatusCode.ServiceUnavailable);
        Assert.All(answers, answer => Assert.True(
            answer.Status == HttpStatusCode.Created || (answer.Code == "overloaded" && answer.Header("Retry-After") is not null), answer.ToString()));
    }
}
