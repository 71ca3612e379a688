using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Cryptocardium.Kernel.Data;
using Xunit;

namespace Cryptocardium.Tests.Scenarios;

// The process is killed while disputes are filed, advanced, withdrawn and ended by refunds. Then every request is sent again with its key.
[Trait("Suite", "Soak")]
public sealed class DisputeCrashTests
{
    private const int Clients = 8;
    private const decimal Treasury = 10_000m;
    private const int AnswersStep = 23;
    private const int MostAnswers = 90;

    [DatabaseTheory]
    public async Task No_credit_is_lost_or_given_twice(Engine engine)
    {
        var kills = Budget.Of(everyChange: 3, soak: 30);
        await using var database = await TestDatabase.Create(engine);
        var (bearer, card) = await Prepare(database);
        var sent = new ConcurrentBag<DisputeClient.Sent>();
        for (var kill = 0; kill < kills; kill++)
        {
            await DisputeUntilKilled(database, bearer, card, kill, sent);
        }

        using var server = await ServerProcess.Start(database);
        using var api = new ApiClient(server.Server, bearer);
        await Parallel.ForEachAsync(sent, new ParallelOptions { MaxDegreeOfParallelism = Clients }, async (request, _) =>
        {
            var answer = await api.PostUntilTaken(request.Path, request.Body, request.Key);
            Assert.True(request.Acknowledged is null || request.Acknowledged.AsSpan().SequenceEqual(answer.Body), $"{request} then {answer}");
        });

        Assert.Contains(sent, request => request.Acknowledged is not null);
        var disputes = await All(api);
        Assert.NotEmpty(disputes);
        Assert.Equal(disputes.Count, disputes.Select(dispute => dispute.GetProperty("transaction_id").GetString()).Distinct().Count());
        var won = disputes.Where(dispute => dispute.TryGetProperty("credited_usd", out _)).Sum(dispute => dispute.GetProperty("credited_usd").GetDecimal());
        var locked = disputes.Sum(dispute => dispute.GetProperty("provisional_credit_usd").GetDecimal());
        var refunded = DisputeClient.Purchase * disputes.Count(dispute =>
            dispute.TryGetProperty("outcome", out var outcome) && outcome.GetString() == "refunded");
        Assert.Equal((Treasury + won).ToString("0.00", CultureInfo.InvariantCulture), (await api.Get("/v1/balance")).Money("available_usd"));
        server.Kill();
        var lines = await DatabaseRows.Of(
            database, "SELECT class, balance FROM ledger_account WHERE class IN ('U.disp', 'A.cb_recv', 'A.settle_recv')",
            row => (Line: row.GetString(0), Balance: row.GetInt64(1) / 1_000_000m));
        Assert.Equal(
            (locked, locked, won + refunded), (Sum(lines, "U.disp"), Sum(lines, "A.cb_recv"), Sum(lines, "A.settle_recv")));
        await BooksAudit.Check(database);
    }

    private static decimal Sum(List<(string Line, decimal Balance)> lines, string line) =>
        lines.Where(each => each.Line == line).Sum(each => each.Balance);

    private static async Task<List<JsonElement>> All(ApiClient api)
    {
        var found = new List<JsonElement>();
        for (var cursor = ""; ;)
        {
            var page = await TestAccount.Ok(api.Get($"/v1/disputes?limit=100{cursor}"));
            found.AddRange(page.Json.GetProperty("data").EnumerateArray());
            if (page["has_more"] != "true")
            {
                return found;
            }

            cursor = $"&cursor={page["next_cursor"]}";
        }
    }

    private static async Task<(string Bearer, string Card)> Prepare(TestDatabase database)
    {
        using var server = await ServerProcess.Start(database);
        using var anonymous = new ApiClient(server.Server);
        var account = await TestAccount.Created(anonymous.Post(
            "/v1/accounts", new { email = "crash@example.com", password = TestAccount.Password }));
        var bearer = account.Json.GetProperty("session").GetProperty("token").GetString()!;
        using var api = new ApiClient(server.Server, bearer);
        var topup = await TestAccount.Created(api.Post(
            "/v1/topups", new { amount_usd = Treasury + 10_200m, asset = "USDT", chain = "tron" }));
        await TestAccount.Ok(api.Post($"/v1/simulate/topups/{topup["id"]}/deposit"));
        var card = await TestAccount.Created(api.Post("/v1/cards", new { type = "virtual", bin = "489517", load_usd = 10_000 }));
        return (bearer, card["id"]);
    }

    private static async Task DisputeUntilKilled(TestDatabase database, string bearer, string card, int kill, ConcurrentBag<DisputeClient.Sent> sent)
    {
        using var server = await ServerProcess.Start(database);
        using var api = new ApiClient(server.Server, bearer);
        using var stop = new CancellationTokenSource();
        using var answers = new Countdown();
        var clients = Enumerable.Range(0, Clients)
            .Select(client => new DisputeClient(api, sent, answers, $"k{kill}-c{client}").Dispute(card, stop.Token)).ToArray();
        await answers.WaitAsync(AnswersStep * (kill + 1) % MostAnswers);
        server.Kill();
        await stop.CancelAsync();
        await Task.WhenAll(clients);
    }
}
