using System.Text.Json;
using Cryptocardium.Kernel.Data;
using Xunit;

namespace Cryptocardium.Tests.Scenarios;

// The process is killed while cards are replaced. Each holder continues with the same key.
[Trait("Suite", "Soak")]
public sealed class ReplaceCrashTests
{
    private const int Holders = 8;
    private const int MostAnswers = 60;
    private const int AnswersStep = 17;

    [DatabaseTheory]
    public async Task A_request_replaces_one_card_and_the_money_is_with_the_last_whenever_it_dies(Engine engine)
    {
        var kills = Budget.Of(everyChange: 3, soak: 25);
        await using var database = await TestDatabase.Create(engine);
        var (bearer, holders) = await Prepare(database);
        for (var kill = 0; kill < kills; kill++)
        {
            await ReplaceUntilKilled(database, bearer, holders, kill);
        }

        using var server = await ServerProcess.Start(database);
        using var api = new ApiClient(server.Server, bearer);
        await Task.WhenAll(holders.Select(holder => holder.Settle(api)));
        server.Kill();
        var replaced = holders.Sum(holder => holder.Replaced);
        Assert.Equal(Holders + replaced, await DatabaseRows.Number(database, "SELECT COUNT(*) FROM cards_card"));
        Assert.Equal(Holders + replaced, await DatabaseRows.Number(database, "SELECT COUNT(*) FROM cards_vault"));
        Assert.Equal(replaced, await DatabaseRows.Number(database, "SELECT COUNT(*) FROM kernel_event WHERE type = 'card.replaced'"));
        await BooksAudit.Check(database);
    }

    private static async Task<(string Bearer, IReadOnlyList<CardHolder> Holders)> Prepare(TestDatabase database)
    {
        using var server = await ServerProcess.Start(database);
        using var anonymous = new ApiClient(server.Server);
        var account = await TestAccount.Created(anonymous.Post(
            "/v1/accounts", new { email = "replace@example.com", password = TestAccount.Password }));
        var bearer = account.Json.GetProperty("session").GetProperty("token").GetString()!;
        using var api = new ApiClient(server.Server, bearer);
        var topup = await TestAccount.Created(api.Post("/v1/topups", new { amount_usd = 100, asset = "USDT", chain = "tron" }));
        await TestAccount.Ok(api.Post($"/v1/simulate/topups/{topup["id"]}/deposit"));
        return (bearer, await Task.WhenAll(Enumerable.Range(0, Holders).Select(holder => CardHolder.Open(api, $"holder{holder}"))));
    }

    private static async Task ReplaceUntilKilled(TestDatabase database, string bearer, IReadOnlyList<CardHolder> holders, int kill)
    {
        using var server = await ServerProcess.Start(database);
        using var api = new ApiClient(server.Server, bearer);
        using var stop = new CancellationTokenSource();
        using var answers = new Countdown();
        var running = holders.Select(holder => Replace(api, holder, answers, stop.Token)).ToArray();
        await answers.WaitAsync(1 + AnswersStep * kill % MostAnswers);
        server.Kill();
        await stop.CancelAsync();
        await Task.WhenAll(running);
    }

    private static async Task Replace(ApiClient api, CardHolder holder, Countdown answers, CancellationToken stop)
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                await holder.Replace(api);
                answers.Add();
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or JsonException)
        {
            // The request was cut off. The same key tells next time whether it took effect.
        }
    }
}
