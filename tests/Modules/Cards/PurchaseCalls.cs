using System.Net;
using System.Text.Json;

namespace Cryptocardium.Tests.Cards;

/// <summary>Simulated purchases with any members of the request.</summary>
internal static class PurchaseCalls
{
    public const string Path = "/v1/simulate/authorizations";

    public static async Task<Answer> Send(TestAccount account, string card, params (string, object)[] fields)
    {
        var answer = await account.Api.Post(Path, Body(card, fields));
        Assert.True(answer.Status == HttpStatusCode.Created, answer.ToString());
        return answer;
    }

    public static string Body(string card, (string Name, object Value)[] fields)
    {
        var body = new Dictionary<string, object> { ["card_id"] = card, ["merchant"] = new { name = "OpenAI", mcc = "7372" } };
        foreach (var (name, value) in fields)
        {
            body[name] = value;
        }

        return JsonSerializer.Serialize(body);
    }
}
