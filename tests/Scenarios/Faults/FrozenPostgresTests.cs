using System.Diagnostics;
using System.Net;
using Cryptocardium.Kernel.Data;
using Xunit;
using Xunit.Abstractions;

namespace Cryptocardium.Tests.Scenarios.Faults;

// A server that keeps its connections and does not respond, as on a machine that is suspended.
public sealed class FrozenPostgresTests(ITestOutputHelper output)
{
    // Several limits on the way may pass one after the other; without them a request waits until the server continues.
    private static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(20);

    // A read waits 5 s for its query and up to 6 s for the driver, which asks the server in vain to cancel it. The check of its session, which
    // shares the query of others, adds nothing.
    private static readonly TimeSpan ReadMax = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Frozen = TimeSpan.FromSeconds(Budget.Of(everyChange: 25, soak: 60));
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [OwnPostgresFact]
    public async Task Requests_are_answered_503_in_bounded_time_and_the_log_has_one_entry_per_change()
    {
        using var postgres = await PostgresProcess.Start();
        await using var files = await TestDatabase.Create(Engine.Sqlite);
        using var server = await ServerProcess.Start(files, postgres.Arguments);
        using var anonymous = new ApiClient(server.Server);
        var account = await TestAccount.Created(anonymous.Post("/v1/accounts", new { email = "frozen@example.com", password = TestAccount.Password }));
        using var api = new ApiClient(server.Server, account.Json.GetProperty("session").GetProperty("token").GetString());
        var topup = await TestAccount.Created(api.Post("/v1/topups", new { amount_usd = 500, asset = "USDT", chain = "tron" }));
        await TestAccount.Ok(api.Post($"/v1/simulate/topups/{topup["id"]}/deposit"));
        var card = (await TestAccount.Created(api.Post("/v1/cards", new { type = "virtual", bin = "489517", load_usd = 100 })))["id"];

        await postgres.Freeze();
        var frozen = Stopwatch.StartNew();
        var answers = await Task.WhenAll(
            CallWhile(frozen, ReadMax, () => api.Get("/v1/balance")),
            CallWhile(frozen, ReadMax, () => api.Get("/v1/ledger/entries")),
            CallWhile(frozen, ReadMax, () => api.Get($"/v1/cards/{card}")),
            CallWhile(frozen, ReadMax, () => anonymous.Get("/v1/status")),
            CallWhile(frozen, WaitMax, () => Authorize(api, card)));
        await postgres.Thaw();

        var all = answers.SelectMany(each => each).ToList();
        output.WriteLine($"{all.Count} requests, the slowest took {all.Max(each => each.Time).TotalSeconds:F1} s");
        Assert.All(all, each => Assert.True(
            each.Answer.Status == HttpStatusCode.ServiceUnavailable && each.Answer.Header("Retry-After") is not null && each.Time < each.Max,
            $"after {each.Time.TotalSeconds:F1} s {each.Answer}"));
        await UntilServed(api, card);
        Assert.Equal("operational", await Ledger(anonymous));
        server.Terminate();
        await server.ExitCode();
        Assert.Equal(
            ["The database does not", "The database answers again"],
            server.Output.Where(line => line.Contains("The database ", StringComparison.Ordinal)).Select(line => string.Join(' ', line.Trim().Split(' ').Take(4))));
        Assert.InRange(server.Output.Count(line => line.StartsWith("fail:", StringComparison.Ordinal)), 2, 4);
    }

    private static async Task<List<(Answer Answer, TimeSpan Time, TimeSpan Max)>> CallWhile(Stopwatch frozen, TimeSpan max, Func<Task<Answer>> call)
    {
        var answers = new List<(Answer, TimeSpan, TimeSpan)>();
        while (frozen.Elapsed < Frozen)
        {
            var watch = Stopwatch.StartNew();
            answers.Add((await call(), watch.Elapsed, max));
            await Task.Delay(Pause);
        }

        return answers;
    }

    private static async Task UntilServed(ApiClient api, string card)
    {
        var watch = Stopwatch.StartNew();
        while ((await Authorize(api, card)).Status != HttpStatusCode.Created)
        {
            Assert.True(watch.Elapsed < Patience, "The server continues, and nothing is served.");
            await Task.Delay(Pause);
        }
    }

    private static async Task<string> Ledger(ApiClient anonymous) =>
        (await TestAccount.Ok(anonymous.Get("/v1/status"))).Json.GetProperty("components").EnumerateArray()
        .Single(part => part.GetProperty("name").GetString() == "ledger").GetProperty("status").GetString()!;

    private static Task<Answer> Authorize(ApiClient api, string card) => api.Post(
        "/v1/simulate/authorizations", new { card_id = card, amount_usd = 0.1m, merchant = new { name = "OpenAI", mcc = "7372" } });
}
