using System.Globalization;
using System.Text.Json;
using Cryptocardium.Kernel.Data;
using Xunit;

namespace Cryptocardium.Tests.Scenarios.Events;

// Both parts of a balance change on different nodes at the same time.
public sealed class BalanceOrderTests
{
    private const int Rounds = 20;

    [PostgresFact]
    public async Task The_events_of_two_nodes_tell_the_balance_in_the_order_of_their_sequences()
    {
        await using var database = await TestDatabase.Create(Engine.Postgres);
        using var one = await ServerProcess.Start(database);
        using var two = await ServerProcess.Start(database);
        using var anonymous = new ApiClient(one.Server);
        var account = await TestAccount.Created(anonymous.Post("/v1/accounts", new { email = "order@example.com", password = TestAccount.Password }));
        var token = account.Json.GetProperty("session").GetProperty("token").GetString();
        using var api = new ApiClient(one.Server, token);
        using var elsewhere = new ApiClient(two.Server, token);
        var topup = await Topup(api, 1_000);
        await TestAccount.Ok(api.Post($"/v1/simulate/topups/{topup}/deposit"));
        var card = (await TestAccount.Created(api.Post("/v1/cards", new { type = "virtual", bin = "489517" })))["id"];

        await Task.WhenAll(
            Repeat(() => TestAccount.Ok(api.Post($"/v1/cards/{card}/load", new { amount_usd = 10 }))),
            Repeat(async () => await TestAccount.Ok(elsewhere.Post($"/v1/topups/{await Topup(elsewhere, 300)}/cancel"))));

        // Each event differs from the one before by one load with its fee, or by one top-up.
        var events = (await TestAccount.Ok(api.Get("/v1/events?after_sequence=0&limit=100&type=account.balance_changed"))).Json.GetProperty("data");
        var amounts = events.EnumerateArray().Select(Amounts).ToList();
        Assert.Equal(2 + 3 * Rounds, amounts.Count);
        Assert.All(amounts.Zip(amounts.Skip(1)).Skip(1), pair => Assert.Contains(
            (pair.Second.Available - pair.First.Available, pair.Second.Pending - pair.First.Pending), new[] { (-10.20m, 0m), (0m, 300m), (0m, -300m) }));
    }

    private static (decimal Available, decimal Pending) Amounts(JsonElement raised)
    {
        var balance = raised.GetProperty("data").GetProperty("object");
        return (Amount(balance, "available_usd"), Amount(balance, "pending_usd"));
    }

    private static decimal Amount(JsonElement balance, string name) =>
        decimal.Parse(balance.GetProperty(name).GetRawText(), CultureInfo.InvariantCulture);

    private static async Task<string> Topup(ApiClient api, decimal amount) =>
        (await TestAccount.Created(api.Post("/v1/topups", new { amount_usd = amount, asset = "USDT", chain = "tron" })))["id"];

    private static async Task Repeat(Func<Task> call)
    {
        for (var i = 0; i < Rounds; i++)
        {
            await call();
        }
    }
}
