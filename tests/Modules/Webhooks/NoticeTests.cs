using System.Text.Json;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Tests.Treasury;

namespace Cryptocardium.Tests.Webhooks;

// An operator announces, and every account has one event of it.
public sealed class NoticeTests
{
    [DatabaseTheory]
    public async Task A_maintenance_is_announced_once_to_every_account(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        var accounts = new List<TestAccount>();
        for (var i = 0; i < 3; i++)
        {
            accounts.Add(await host.SignUp());
        }

        await Announce(host, "announce-maintenance --title Maintenance --text Withdrawals_pause. --starts-at 2026-12-24T02:00:00Z --ends-at 2026-12-24T02:10:00Z");
        await host.RunJobs();
        await host.RunJobs();

        foreach (var account in accounts)
        {
            var told = Assert.Single(await Events(account, "system.maintenance"));
            var notice = told.GetProperty("data").GetProperty("object");
            Assert.Equal(
                ("Maintenance", "2026-12-24T02:00:00Z", "2026-12-24T02:10:00Z"),
                (notice.GetProperty("title").GetString(), notice.GetProperty("starts_at").GetString(), notice.GetProperty("ends_at").GetString()));
            account.Dispose();
        }
    }

    [DatabaseTheory]
    public async Task An_account_that_opens_after_a_notice_has_no_event_of_it(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var before = await host.SignUp();
        await Announce(host, "announce-deprecation --title v2 --text v1_stays. --doc-url https://example.com/v2");
        await host.RunJobs();
        using var after = await host.SignUp();
        await host.RunJobs();

        Assert.Single(await Events(before, "system.deprecation"));
        Assert.Empty(await Events(after, "system.deprecation"));
    }

    [DatabaseTheory]
    public async Task A_notice_is_raised_for_more_accounts_than_one_commit_takes(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        for (var i = 0; i < 120; i++)
        {
            await host.Database.Execute(
                $"""
                 INSERT INTO kernel_event (id, type, account_id, request_id, subject_id, resource, created_at, sequence)
                 SELECT 'evt_{i:d24}', 'account.created', 'acc_{i:d24}', request_id, subject_id, resource, created_at, 1 FROM kernel_event WHERE sequence = 1 AND account_id = '{account.Id}'
                 """);
        }

        await Announce(host, "announce-deprecation --title v2 --text v1_stays. --doc-url https://example.com/v2");
        await host.RunJobs();

        Assert.Equal(121, await DatabaseRows.Number(host.Database, "SELECT COUNT(*) FROM kernel_event WHERE type = 'system.deprecation'"));
        Assert.Equal(121, await DatabaseRows.Number(host.Database, "SELECT COUNT(DISTINCT account_id) FROM kernel_event WHERE type = 'system.deprecation'"));
    }

    [Theory]
    [InlineData("announce-maintenance --title T --text T --starts-at tomorrow --ends-at 2026-12-24T02:10:00Z", "starts-at")]
    [InlineData("announce-maintenance --title T --text T --starts-at 2026-12-24T02:10:00Z --ends-at 2026-12-24T02:00:00Z", "ends-at")]
    [InlineData("announce-deprecation --title T --text T --doc-url http://example.com", "doc-url")]
    [InlineData("announce-deprecation --title \t --text T --doc-url https://example.com", "title")]
    public async Task An_invalid_notice_is_refused(string line, string param)
    {
        await using var host = await TestHost.Start(Engine.Sqlite);

        var refused = await OperatorCalls.Run(host, line);

        Assert.Equal(("invalid_value", param), (refused.Error?.Kind.Code, refused.Error?.Param));
        Assert.Equal(0, await DatabaseRows.Number(host.Database, "SELECT COUNT(*) FROM webhooks_notice"));
    }

    private static async Task Announce(TestHost host, string line)
    {
        var result = await OperatorCalls.Run(host, line);
        Assert.True(result.Error is null, $"{line}: {result.Error?.Text}");
    }

    private static async Task<List<JsonElement>> Events(TestAccount account, string type) =>
        [.. (await TestAccount.Ok(account.Api.Get($"/v1/events?type={type}"))).Json.GetProperty("data").EnumerateArray()];
}
