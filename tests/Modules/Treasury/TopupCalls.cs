using System.Text.Json;

namespace Cryptocardium.Tests.Treasury;

internal static class TopupCalls
{
    public static Task<Answer> Create(TestAccount account, decimal amount, string chain = "tron") =>
        TestAccount.Created(account.Api.Post("/v1/topups", new { amount_usd = amount, asset = "USDT", chain }));

    public static Task<Answer> Deposit(TestAccount account, Answer topup, object? body) =>
        TestAccount.Ok(account.Api.Post($"/v1/simulate/topups/{topup["id"]}/deposit", body));

    public static async Task<(string Status, string Late)> StatusOf(TestAccount account, Answer topup)
    {
        var now = await TestAccount.Ok(account.Api.Get($"/v1/topups/{topup["id"]}"));
        return (now["status"], now["credited_late"]);
    }

    // Available and pending balance of the sandbox and the live book.
    public static async Task<string> Books(TestAccount account)
    {
        var modes = (await TestAccount.Ok(account.Api.Get("/v1/balance"))).Json.GetProperty("modes");
        return $"{Book(modes.GetProperty("sandbox"))} {Book(modes.GetProperty("live"))}";

        static string Book(JsonElement book) =>
            book.GetProperty("available_usd").GetRawText() + "/" + book.GetProperty("pending_usd").GetRawText();
    }
}
