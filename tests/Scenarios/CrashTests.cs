using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Cryptocardium.Kernel.Data;
using Xunit;

namespace Cryptocardium.Tests.Scenarios;

// The process is killed repeatedly under load. Then every request is sent again with its key.
[Trait("Suite", "Soak")]
public sealed class CrashTests
{
    private const int Clients = 16;
    private const decimal Load = 1.00m;
    private const decimal LoadWithFee = 1.02m;
    private const decimal Treasury = 100_000m;
    private const decimal Purchase = 0.01m;
    private const int MostAnswers = 400;
    private const int AnswersStep = 37;

    private sealed record Sent(string Key, string Path, object Body, byte[]? Acknowledged);

    [DatabaseTheory]
    public async Task Nothing_acknowledged_is_lost_and_nothing_is_doubled(Engine engine)
    {
        var kills = Budget.Of(everyChange: 6, soak: 50);
        await using var database = await TestDatabase.Create(engine);
        var (bearer, card) = await Prepare(database);
        var sent = new ConcurrentBag<Sent>();

        for (var kill = 0; kill < kills; kill++)
        {
            await LoadUntilKilled(database, bearer, card, kill, sent);
        }

        using var server = await ServerProcess.Start(database);
        using var api = new ApiClient(server.Server, bearer);
        var replies = new ConcurrentBag<(Sent Request, Answer Answer)>();
        await Parallel.ForEachAsync(
            sent, new ParallelOptions { MaxDegreeOfParallelism = Clients },
            async (request, _) => replies.Add((request, await api.PostUntilTaken(request.Path, request.Body, request.Key))));

        Assert.Contains(sent, request => request.Acknowledged is not null);
        Assert.All(replies, reply => Assert.True(reply.Answer.Status is HttpStatusCode.OK or HttpStatusCode.Created, reply.Answer.ToString()));
        Assert.All(
            replies.Where(reply => reply.Request.Acknowledged is not null),
            reply => Assert.Equal(reply.Request.Acknowledged, reply.Answer.Body));
        var loads = sent.Count(request => request.Path.EndsWith("/load", StringComparison.Ordinal));
        var purchases = sent.Count - loads;
        var balance = await api.Get("/v1/balance");
        Assert.Equal(Text(Treasury - loads * LoadWithFee), balance.Money("available_usd"));
        var after = await api.Get($"/v1/cards/{card}");
        Assert.Equal(Text(1_000m + loads * Load - purchases * Purchase), after.Money("balance_usd"));
        Assert.Equal(Text(purchases * Purchase), after.Money("held_usd"));
        server.Kill();
        Assert.True(await BooksAudit.Check(database) >= sent.Count);
    }

    private static string Text(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    private static async Task<(string Bearer, string Card)> Prepare(TestDatabase database)
    {
        using var server = await ServerProcess.Start(database);
        using var anonymous = new ApiClient(server.Server);
        var account = await TestAccount.Created(anonymous.Post(
            "/v1/accounts", new { email = "crash@example.com", password = TestAccount.Password }));
        var bearer = account.Json.GetProperty("session").GetProperty("token").GetString()!;
        using var api = new ApiClient(server.Server, bearer);
        var topup = await TestAccount.Created(api.Post(
            "/v1/topups", new { amount_usd = Treasury + 1_020m, asset = "USDT", chain = "tron" }));
        await TestAccount.Ok(api.Post($"/v1/simulate/topups/{topup["id"]}/deposit"));
        var card = await TestAccount.Created(api.Post("/v1/cards", new { type = "virtual", bin = "489517", load_usd = 1_000 }));
        return (bearer, card["id"]);
    }

    private static async Task LoadUntilKilled(TestDatabase database, string bearer, string card, int kill, ConcurrentBag<Sent> sent)
    {
        using var server = await ServerProcess.Start(database);
        using var api = new ApiClient(server.Server, bearer);
        using var stop = new CancellationTokenSource();
        using var answers = new Countdown();
        var clients = Enumerable.Range(0, Clients)
            .Select(client => Send(api, card, $"k{kill}-c{client}", sent, answers, stop.Token)).ToArray();
        await answers.WaitAsync(AnswersStep * (kill + 1) % MostAnswers);
        server.Kill();
        await stop.CancelAsync();
        await Task.WhenAll(clients);
    }

    private static async Task Send(
        ApiClient api, string card, string name, ConcurrentBag<Sent> sent, Countdown answers, CancellationToken stop)
    {
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            var request = i % 2 == 0
                ? new Sent($"{name}-{i}", $"/v1/cards/{card}/load", new { amount_usd = Load }, null)
                : new Sent(
                    $"{name}-{i}", "/v1/simulate/authorizations",
                    new { card_id = card, amount_usd = Purchase, merchant = new { name = "OpenAI", mcc = "7372" } }, null);
            try
            {
                var answer = await api.PostUntilTaken(request.Path, request.Body, request.Key);
                sent.Add(request with { Acknowledged = answer.Body });
                answers.Add();
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException or JsonException)
            {
                // The request was cut off. Only its key can tell whether it took effect.
                sent.Add(request);
                return;
            }
        }
    }
}
