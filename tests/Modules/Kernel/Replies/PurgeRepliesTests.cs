using System.Globalization;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.Tests;
using Cryptocardium.Tests.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Modules.Tests.Kernel.Replies;

public sealed class PurgeRepliesTests
{
    // More than two steps of a purge.
    private const int Rows = 1_100;

    private static readonly DateTimeOffset Now = new FakeTime().GetUtcNow();

    [DatabaseTheory]
    public async Task Expired_replies_behind_those_that_are_dated_ahead_are_deleted_in_one_run(Engine engine)
    {
        var stored = await TestDatabase.Create(engine);
        await using (var connection = await Sql.Open(stored))
        {
            foreach (var expiresAt in new[] { Now.AddYears(1), Now.AddHours(-1), Now.Add(IdempotencyClaim.Retention) })
            {
                await Insert(
                    connection, "kernel_reply (key_hash, fingerprint, status, sealed_body, expires_at)",
                    $"{Hash(engine)}, {Hash(engine)}, 201, {Hash(engine)}, {Milliseconds(expiresAt)}");
            }
        }

        await using var host = await TestHost.Start(stored);
        await host.RunJobs();

        Assert.Equal((2 * Rows, 0), (
            await DatabaseRows.Number(stored, "SELECT COUNT(*) FROM kernel_reply"),
            await DatabaseRows.Number(stored, $"SELECT COUNT(*) FROM kernel_reply WHERE expires_at <= {Milliseconds(Now)}")));
    }

    [DatabaseTheory]
    public async Task Old_requests_behind_those_that_are_dated_ahead_are_deleted_in_one_run(Engine engine)
    {
        var stored = await TestDatabase.Create(engine);
        await using (var connection = await Sql.Open(stored))
        {
            foreach (var (createdAt, prefix) in new[] { (Now.AddYears(1), "a"), (Now.AddDays(-31), "b"), (Now.AddDays(-29), "c") })
            {
                await Insert(
                    connection, "accounts_request (id, account_id, actor_type, actor_id, method, path, status, latency_ms, replayed, caused, created_at)",
                    $"'{prefix}' || i, 'acc_1', 'session', 'ses_1', 'GET', '/v1/balance', 200, 1, {(engine == Engine.Sqlite ? "0" : "false")}, '', {Milliseconds(createdAt)}");
            }
        }

        await using var host = await TestHost.Start(stored);
        await host.RunJobs();

        Assert.Equal((2 * Rows, 0), (
            await DatabaseRows.Number(stored, "SELECT COUNT(*) FROM accounts_request"),
            await DatabaseRows.Number(stored, "SELECT COUNT(*) FROM accounts_request WHERE id LIKE 'b%'")));
    }

    [DatabaseTheory]
    public async Task A_purge_ends_when_the_server_stops(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        await using var scope = host.JobScope();
        var sender = new JobSender(scope.ServiceProvider.GetRequiredService<IServiceScopeFactory>(), "req_1");
        foreach (var job in scope.ServiceProvider.GetServices<Job>().Where(job => job.Name is "purge_replies" or "purge_requests"))
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => job.Send(sender, new CancellationToken(canceled: true)).AsTask());
        }
    }

    private static Task<int> Insert(System.Data.Common.DbConnection connection, string table, string values) => Sql.Run(connection, $"""
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Rows})
        INSERT INTO {table} SELECT {values} FROM n
        """);

    private static string Hash(Engine engine) => engine == Engine.Sqlite ? "randomblob(16)" : "decode(md5(i::text || random()::text), 'hex')";

    private static string Milliseconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
