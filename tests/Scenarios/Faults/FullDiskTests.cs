using System.Diagnostics;
using System.Net;
using Cryptocardium.Kernel.Data;
using Xunit;

namespace Cryptocardium.Tests.Scenarios.Faults;

// The write-ahead log cannot grow, so the COMMIT fails after all statements have succeeded.
public sealed class FullDiskTests
{
    private const int TopUps = 8;

    private static readonly object Body = new { amount_usd = 500, asset = "USDT", chain = "tron" };

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly Dictionary<string, string> Variables = new() { [ServerProcess.Descriptors] = "4096" };

    [Fact]
    public async Task A_commit_without_space_is_answered_503_and_stores_nothing()
    {
        await using var database = await TestDatabase.Create(Engine.Sqlite);
        using var server = await ServerProcess.Start(database, Variables);
        using var anonymous = new ApiClient(server.Server);
        var account = await TestAccount.Created(anonymous.Post("/v1/accounts", new { email = "full@example.com", password = TestAccount.Password }));
        using var api = new ApiClient(server.Server, account.Json.GetProperty("session").GetProperty("token").GetString());

        server.LimitFiles(new FileInfo(database.ConnectionString + "-wal").Length);
        var refused = await Each(key => api.Post("/v1/topups", Body, key));
        server.LimitFiles(null);
        var created = await Each(key => api.PostUntilTaken("/v1/topups", Body, key));

        Assert.All(refused, answer => Assert.Equal(("overloaded", true), (answer.Code, answer.Header("Retry-After") is not null)));
        Assert.All(created, answer => Assert.Equal((HttpStatusCode.Created, null), (answer.Status, answer.Header("Idempotent-Replayed"))));
        Assert.Equal(TopUps, await DatabaseRows.Number(database, "SELECT COUNT(*) FROM treasury_topup"));
        await UntilLogged(server, "The disk of the database is full; free some space.");
        server.Terminate();
        Assert.Equal(0, await server.ExitCode());
        Assert.DoesNotContain(server.Output, line => line.Contains("outcome is unknown", StringComparison.Ordinal));
        Assert.Equal(0, (await HostProcess.Run(database, "verify")).Code);
    }

    // The entry counts the failures of a second.
    private static async Task UntilLogged(ServerProcess server, string entry)
    {
        var watch = Stopwatch.StartNew();
        while (!server.Output.Any(line => line.Contains(entry, StringComparison.Ordinal)))
        {
            Assert.True(watch.Elapsed < Patience, string.Join('\n', server.Output));
            await Task.Delay(Pause);
        }
    }

    private static Task<Answer[]> Each(Func<string, Task<Answer>> call) => Task.WhenAll(Enumerable.Range(0, TopUps).Select(i => call($"top-up-{i}")));
}
