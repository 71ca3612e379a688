using System.Text.Json;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Ledger;

// The background verifier and the exported heads.
public sealed class VerifyJournalsTests
{
    [DatabaseTheory]
    public async Task Every_new_journal_is_verified_once_the_job_has_run(Engine engine)
    {
        await using var host = await Settled(engine);
        using var account = await host.SignUpWith(1000);
        Assert.False(await IsVerified(host));

        await host.RunJobs();
        Assert.True(await IsVerified(host));
        var head = await Head(account);
        Assert.Equal(host.Clock.GetUtcNow(), head.GetProperty("verified_at").GetDateTimeOffset());

        await account.IssueCard(load: 100);
        Assert.False(await IsVerified(host));
        Assert.Equal(head.GetRawText(), (await Head(account)).GetRawText());
        await host.RunJobs();
        Assert.True(await IsVerified(host));
        var next = await Head(account);
        Assert.NotEqual(head.GetProperty("hash").GetString(), next.GetProperty("hash").GetString());
        Assert.NotEqual(head.GetProperty("id").GetString(), next.GetProperty("id").GetString());
        Assert.DoesNotContain("not as it was posted", host.Logs.Text, StringComparison.Ordinal);
    }

    [DatabaseTheory]
    public async Task A_changed_journal_is_named_in_the_log_and_stays_a_fault_until_the_next_start(Engine engine)
    {
        await using var host = await Settled(engine);
        using var account = await host.SignUpWith(1000);
        await host.RunJobs();
        var card = await account.IssueCard(load: 100);
        var entry = (await account.Api.Get("/v1/ledger/entries?limit=1")).Json.GetProperty("data")[0];
        var journal = entry.GetProperty("journal_id").GetString()!;
        await using var connection = await Sql.Open(host.Database);
        var number = (long)(await Sql.One(connection, $"SELECT no FROM ledger_journal WHERE source = '{card}'"))!;
        await Sql.DropTriggers(connection, engine);
        await Sql.Run(connection, $"UPDATE ledger_entry SET amount = amount + 10000 WHERE no = {number * 64}");

        await host.RunJobs();
        Assert.Contains($"The ledger is not as it was posted: {journal}", host.Logs.Text, StringComparison.Ordinal);
        await host.RunJobs();
        Assert.Equal(2, host.Logs.Text.Split("not as it was posted").Length);
        Assert.False(await IsVerified(host));

        // The fault stays although the entry is restored, because restoring it is direct writing too.
        await Sql.Run(connection, $"UPDATE ledger_entry SET amount = amount - 10000 WHERE no = {number * 64}");
        await account.IssueCard(load: 100);
        await host.RunJobs();
        Assert.Equal(1L, await Sql.One(connection, "SELECT COUNT(*) FROM ledger_verified WHERE fault IS NOT NULL"));

        await host.Restart();
        await host.RunJobs();
        Assert.Equal(0L, await Sql.One(connection, "SELECT COUNT(*) FROM ledger_verified WHERE fault IS NOT NULL"));
        Assert.True(await IsVerified(host));
    }

    [DatabaseTheory]
    public async Task A_chain_that_got_shorter_is_found(Engine engine)
    {
        await using var host = await Settled(engine);
        using var account = await host.SignUpWith(1000);
        await host.RunJobs();
        await using var connection = await Sql.Open(host.Database);
        await Sql.DropTriggers(connection, engine);
        await Sql.Run(connection, "DELETE FROM ledger_journal WHERE no = (SELECT MAX(no) FROM ledger_journal)");

        await host.RunJobs();
        Assert.Contains("it was verified before, and is missing", host.Logs.Text, StringComparison.Ordinal);
    }

    [DatabaseTheory]
    public async Task Heads_are_exported_when_they_have_moved(Engine engine)
    {
        await using var host = await Settled(engine);
        using var account = await host.SignUpWith(1000);
        await host.RunJobs();
        var before = Exported(host).Length;
        await host.RunJobs();
        Assert.Equal(before, Exported(host).Length);

        await account.IssueCard(load: 100);
        await host.RunJobs();
        var lines = Exported(host);
        Assert.Equal(before + 1, lines.Length);
        var last = JsonDocument.Parse(lines[^1]).RootElement;
        Assert.Equal("2026-05-19T07:30:00Z", last.GetProperty("at").GetString());
        Assert.Equal(
            await DatabaseRows.Of(
                host.Database, "SELECT lane, sequence, hash FROM ledger_verified ORDER BY lane",
                row => (row.GetInt64(0), row.GetInt64(1), Convert.ToHexStringLower((byte[])row[2]))),
            last.GetProperty("heads").EnumerateArray().Select(head => (Number(head, "lane"), Number(head, "sequence"), head.GetProperty("hash").GetString()!)));
    }

    // A job posts the opening capital of the chains, and it runs after the verifier.
    private static async Task<TestHost> Settled(Engine engine)
    {
        var host = await TestHost.Start(engine);
        await host.RunJobs();
        return host;
    }

    private static string[] Exported(TestHost host) => File.ReadAllLines(Path.Combine(host.Database.Directory, "heads", "2026-05.jsonl"));

    private static async Task<JsonElement> Head(TestAccount account) =>
        (await TestAccount.Ok(account.Api.Get("/v1/ledger/proof"))).Json.GetProperty("head");

    // Whether no lane has a journal after its last verified one. The number of a journal is lane, sequence and book.
    private static async Task<bool> IsVerified(TestHost host) => await DatabaseRows.Number(
        host.Database,
        """
        SELECT COUNT(*) FROM ledger_journal j LEFT JOIN ledger_verified v ON v.lane = j.no >> 44
        WHERE v.lane IS NULL OR ((j.no >> 1) & 8796093022207) > v.sequence
        """) == 0;

    private static long Number(JsonElement head, string member) => head.GetProperty(member).GetInt64();
}
