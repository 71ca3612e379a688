namespace Cryptocardium.Tests.Cards;

/// <summary>Calls of the dispute operations.</summary>
internal static class DisputeCalls
{
    /// <summary>Authorizes and captures a purchase and returns the id of the capture.</summary>
    public static async Task<string> Buy(TestAccount account, string card, decimal amount)
    {
        var bought = await account.Authorize(card, amount);
        return (await account.Capture(bought["authorization_id"], amount))["id"];
    }

    public static Task<Answer> TryFile(
        TestAccount account, string transaction, decimal? amount = null, string reason = "duplicate", string? key = null) =>
        account.Api.Post("/v1/disputes", Body(transaction, amount, reason), key);

    public static Task<Answer> File(TestAccount account, string transaction, decimal? amount = null, string reason = "duplicate") =>
        TestAccount.Created(TryFile(account, transaction, amount, reason));

    public static Task<Answer> TryAct(TestAccount account, string dispute, string action, string? key = null) =>
        account.Api.Post($"/v1/simulate/disputes/{dispute}/action", new { action }, key);

    public static Task<Answer> Act(TestAccount account, string dispute, string action) =>
        TestAccount.Ok(TryAct(account, dispute, action));

    public static Task<Answer> TryWithdraw(TestAccount account, string dispute, string? key = null) =>
        account.Api.Post($"/v1/disputes/{dispute}/withdraw", key: key);

    public static Task<Answer> Get(TestAccount account, string dispute) => TestAccount.Ok(account.Api.Get($"/v1/disputes/{dispute}"));

    /// <summary>The same customer in a new session, because a session ends after twelve idle hours.</summary>
    public static async Task<TestAccount> SignInAgain(TestAccount account)
    {
        var session = await TestAccount.Created(account.Host.Anonymous.Post(
            "/v1/sessions", new { email = account.Email, password = TestAccount.Password }));
        return new TestAccount(account.Host, new ApiClient(account.Host.Server, session["token"]), account.Id, account.Email);
    }

    private static Dictionary<string, object> Body(string transaction, decimal? amount, string reason)
    {
        var body = new Dictionary<string, object>
        {
            ["transaction_id"] = transaction,
            ["reason"] = reason,
            ["description"] = "Merchant charged twice on 2026-05-19, same order #4921.",
        };
        if (amount is not null)
        {
            body["amount_usd"] = amount;
        }

        return body;
    }
}
