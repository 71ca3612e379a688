using System.Text.Json;

namespace Cryptocardium.Tests.Cards;

// Checks explanations of declined purchases by applying the changes that they name.
internal static class Explained
{
    /// <summary>Sends a purchase that is declined, checks its explanation and applies the smallest change.</summary>
    public static async Task<Answer> Judge(
        TestAccount account, Dictionary<string, object> body, string name, string reason, string change)
    {
        var declined = await TestAccount.Created(account.Api.Post("/v1/simulate/authorizations", JsonSerializer.Serialize(body)));
        Assert.True((declined["status"], declined["decline_reason"]) == ("declined", reason), $"{name}: {declined}");
        var explained = await TestAccount.Ok(account.Api.Get($"/v1/transactions/{declined["id"]}/explain"));
        var first = Failed(explained).First();
        Assert.Equal(reason, first.GetProperty("decline_reason").GetString());
        Assert.Equal(change, Text(first));
        if (change.Length == 0)
        {
            Assert.Equal("false", explained["approvable"]);
            return declined;
        }

        Assert.Equal("true", explained["approvable"]);
        await Apply(account, (string)body["card_id"], explained, body);
        var again = await TestAccount.Created(account.Api.Post("/v1/simulate/authorizations", JsonSerializer.Serialize(body)));
        Assert.True(again["status"] == "authorized", $"{name}: still {again}");
        return declined;
    }

    /// <summary>Applies every change that an explanation names.</summary>
    public static async Task Apply(TestAccount account, string card, Answer explained, Dictionary<string, object> body)
    {
        foreach (var change in Failed(explained).Select(check => check.GetProperty("smallest_change")))
        {
            switch (change.GetProperty("operation").GetString())
            {
                case "simulate_authorization":
                    foreach (var omitted in Omitted(change))
                    {
                        body.Remove(omitted);
                    }

                    foreach (var member in Members(change))
                    {
                        body[member.Name] = member.Value;
                    }

                    break;
                case "load_card":
                    await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/load", change.GetProperty("body").GetRawText()));
                    break;
                case "unfreeze_card":
                    await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/unfreeze"));
                    break;
                case "activate_card":
                    await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/activate"));
                    break;
                default:
                    await Patch(account, card, change);
                    break;
            }
        }
    }

    /// <summary>Applies a change of a card rule.</summary>
    public static Task<Answer> Patch(TestAccount account, string card, JsonElement change)
    {
        var part = change.GetProperty("operation").GetString() switch
        {
            "set_card_limits" => "/limits",
            "set_card_mcc" => "/mcc",
            "set_card_geo" => "/geo",
            "update_card" => "",
            _ => throw new InvalidOperationException($"No such change: {change}"),
        };
        return TestAccount.Ok(account.Patch($"/v1/cards/{card}{part}", change.GetProperty("body").GetRawText()));
    }

    /// <summary>Prepares the card: a verb, the reason of a replacement, or a rule with the operation that sets it.</summary>
    public static async Task Prepare(TestAccount account, string card, string before)
    {
        var merchant = new { name = "OpenAI", mcc = "7372" };
        await (before switch
        {
            "" => Task.CompletedTask,
            "ship" => TestAccount.Ok(account.Api.Post($"/v1/simulate/cards/{card}/shipment")),
            "lost" or "stolen" or "expired" or "damaged" =>
                TestAccount.Created(account.Api.Post($"/v1/cards/{card}/replace", new { reason = before })),
            _ when before.Split(' ') is [var part, var rule] => TestAccount.Ok(account.Patch($"/v1/cards/{card}/{part}", rule)),
            "freeze to retry" => TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/freeze", new { decline_as = "retryable" })),
            "buy" => TestAccount.Created(account.Api.Post(
                "/v1/simulate/authorizations", new { card_id = card, amount_usd = 5, merchant, network_reference = "ref-1" })),
            "reverse" => TestAccount.Created(account.Api.Post(
                "/v1/simulate/reversals", new { card_id = card, merchant, network_reference = "ref-2" })),
            _ => TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/{before}")),
        });
    }

    private static string Text(JsonElement check)
    {
        if (!check.TryGetProperty("smallest_change", out var change))
        {
            return "";
        }

        var members = Members(change).Select(member => $" {member.Name}={member.Value}");
        return change.GetProperty("operation").GetString() + string.Concat(members.Concat(Omitted(change).Select(omitted => $" {omitted}=")));
    }

    private static JsonElement.ObjectEnumerator Members(JsonElement change) =>
        change.TryGetProperty("body", out var body) ? body.EnumerateObject() : default;

    private static IEnumerable<string> Omitted(JsonElement change) =>
        change.TryGetProperty("omit", out var omit) ? omit.EnumerateArray().Select(name => name.GetString()!) : [];

    /// <summary>The checks that failed.</summary>
    public static IEnumerable<JsonElement> Failed(Answer explained) =>
        explained.Json.GetProperty("checks").EnumerateArray().Where(check => !check.GetProperty("passed").GetBoolean());

    /// <summary>The body of a purchase.</summary>
    public static IEnumerable<KeyValuePair<string, object>> Body(string card, (string Name, object Value)[] fields) =>
        new[] { KeyValuePair.Create<string, object>("card_id", card), KeyValuePair.Create<string, object>("merchant", new { name = "OpenAI", mcc = "7372" }) }
            .Where(member => fields.All(field => field.Name != member.Key))
            .Concat(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
}
