using System.Text;
using Cryptocardium.Kernel.Data;
using Xunit;

namespace Cryptocardium.Tests.Scenarios.Telemetry;

// A collector receives no secret, not even one that a caller put in a wrong place.
public sealed class TelemetrySecretsTests
{
    private const string Email = "somebody@example.com";

    [DatabaseTheory]
    public async Task After_signing_up_issuing_and_revealing_no_secret_has_been_sent(Engine engine)
    {
        await using var server = await WatchedServer.Start(engine);
        var account = await server.SignUp(Email);
        var bearer = account.Json.GetProperty("session").GetProperty("token").GetString()!;
        using var api = server.Api(bearer);
        var topup = await TestAccount.Created(api.Post("/v1/topups", new { amount_usd = 5_000, asset = "USDT", chain = "tron" }));
        await TestAccount.Ok(api.Post($"/v1/simulate/topups/{topup["id"]}/deposit"));
        var cards = new List<(string Id, string Pan, string Cvv)>();
        for (var i = 0; i < CardSecrets.CardsMin; i++)
        {
            var card = await TestAccount.Created(api.Post("/v1/cards", new { type = "virtual", bin = "489517", load_usd = 100 }, $"issue-{i}"));
            var shown = await TestAccount.Ok(api.Get($"/v1/cards/{card["id"]}/pan"));
            cards.Add((card["id"], shown["pan_compact"], shown["cvv"]));
        }

        await Misplace(api, cards[0].Pan, bearer);

        var sent = (await server.Stop()).Collector.Bytes;

        Assert.Empty(new CardSecrets(cards).In(sent));
        Assert.All(
            [Email, TestAccount.Password, bearer, bearer[^20..]],
            secret => Assert.True(sent.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0, $"'{secret}' was sent."));
        Assert.All(
            ["reveal_pan", "issue_card", "GET /v1/cards/{card_id}/pan"],
            name => Assert.True(sent.AsSpan().IndexOf(Encoding.UTF8.GetBytes(name)) >= 0, $"{name} was not sent."));
    }

    private static async Task Misplace(ApiClient api, string pan, string bearer)
    {
        await api.Get($"/v1/cards/{pan}?bearer={bearer}&email={Email}");
        await api.Get($"/v1/{bearer}/{Email}?pan={pan}");
        await api.Get($"/v1/cards?cursor={pan}");
        using var request = new HttpRequestMessage(new HttpMethod($"P{pan}"), "/v1/cards");
        request.Headers.TryAddWithoutValidation("User-Agent", $"agent/{pan}");
        request.Headers.TryAddWithoutValidation("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        request.Headers.TryAddWithoutValidation("tracestate", $"vendor={pan}");
        await api.Send(request);
    }
}
