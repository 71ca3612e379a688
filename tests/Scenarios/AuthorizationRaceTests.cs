using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Cryptocardium.Kernel.Data;
using Xunit;

namespace Cryptocardium.Tests.Scenarios;

// 200 concurrent purchases of a dollar on a card with 50 dollars: exactly 50 are approved, also across a crash.
[Trait("Suite", "Soak")]
public sealed class AuthorizationRaceTests
{
    private const int Purchases = 200;
    private const int Ceiling = 50;
    private const int Clients = 64;

    [DatabaseTheory]
    public async Task Exactly_as_many_are_approved_as_there_is_money_for(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1000);
        var card = await account.IssueCard(load: Ceiling);
        var answers = new ConcurrentBag<Answer>();

        await Parallel.ForAsync(
            0, Purchases, new ParallelOptions { MaxDegreeOfParallelism = Clients }, async (_, _) => answers.Add(await account.Authorize(card, 1)));

        Assert.Equal(Ceiling, answers.Count(answer => answer["auth_response_code"] == "00"));
        Assert.Equal(Purchases - Ceiling, answers.Count(answer => answer["auth_response_code"] == "51"));
        Assert.Equal("0.00/50.00", await account.CardMoney(card));
        await BooksAudit.Check(host.Database);
    }

    [DatabaseTheory]
    public async Task The_same_holds_when_the_process_is_killed_in_between(Engine engine)
    {
        var rounds = Budget.Of(everyChange: 2, soak: 20);
        await using var database = await TestDatabase.Create(engine);
        var bearer = await SignUp(database);
        for (var round = 0; round < rounds; round++)
        {
            await KillAndFinish(database, bearer, round);
        }

        await BooksAudit.Check(database);
    }

    private static async Task<string> SignUp(TestDatabase database)
    {
        using var server = await ServerProcess.Start(database);
        using var anonymous = new ApiClient(server.Server);
        var account = await TestAccount.Created(anonymous.Post(
            "/v1/accounts", new { email = "race@example.com", password = TestAccount.Password }));
        var bearer = account.Json.GetProperty("session").GetProperty("token").GetString()!;
        using var api = new ApiClient(server.Server, bearer);
        var topup = await TestAccount.Created(api.Post("/v1/topups", new { amount_usd = 5_000, asset = "USDT", chain = "tron" }));
        await TestAccount.Ok(api.Post($"/v1/simulate/topups/{topup["id"]}/deposit"));
        return bearer;
    }

    private static async Task KillAndFinish(TestDatabase database, string bearer, int round)
    {
        string card;
        using (var server = await ServerProcess.Start(database))
        {
            using var api = new ApiClient(server.Server, bearer);
            card = (await TestAccount.Created(api.Post("/v1/cards", new { type = "virtual", bin = "489517", load_usd = Ceiling })))["id"];
            using var answers = new Countdown();
            var sent = Task.WhenAll(Enumerable.Range(0, Purchases).Select(i => Try(api, card, Key(round, i), answers)));
            await answers.WaitAsync(20 + 7 * round);
            server.Kill();
            await sent;
        }

        using var second = await ServerProcess.Start(database);
        using var again = new ApiClient(second.Server, bearer);
        var replies = new ConcurrentBag<Answer>();
        await Parallel.ForAsync(
            0, Purchases, new ParallelOptions { MaxDegreeOfParallelism = Clients },
            async (i, _) => replies.Add(await TestAccount.Created(again.PostUntilTaken("/v1/simulate/authorizations", Body(card), Key(round, i)))));

        Assert.Equal(Ceiling, replies.Count(answer => answer["auth_response_code"] == "00"));
        Assert.Equal(Purchases - Ceiling, replies.Count(answer => answer["auth_response_code"] == "51"));
        var after = await TestAccount.Ok(again.Get($"/v1/cards/{card}"));
        Assert.Equal(("0.00", "50.00"), (after.Money("balance_usd"), after.Money("held_usd")));
        second.Kill();
    }

    private static async Task Try(ApiClient api, string card, string key, Countdown answers)
    {
        try
        {
            await api.Post("/v1/simulate/authorizations", Body(card), key);
            answers.Add();
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or JsonException)
        {
            // The request was cut off. Its key tells later whether it took effect.
        }
    }

    private static string Key(int round, int i) => string.Create(CultureInfo.InvariantCulture, $"r{round}-{i}");

    private static object Body(string card) => new { card_id = card, amount_usd = 1.00m, merchant = new { name = "OpenAI", mcc = "7372" } };
}
