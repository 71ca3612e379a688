using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class SimulateNetworkReversalTests
{
    private static readonly object Merchant = new { name = "OpenAI", mcc = "7372" };

    [DatabaseTheory]
    public async Task A_reversal_that_overtakes_its_purchase_declines_it(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1000);
        var card = await account.IssueCard(load: 100);

        var first = await Send(account, "reversals", new { card_id = card, network_reference = "ref-1", merchant = Merchant });
        var purchase = await Send(
            account, "authorizations", new { card_id = card, amount_usd = 5, merchant = Merchant, network_reference = "ref-1" });
        host.Clock.Advance(TimeSpan.FromHours(11));
        host.Clock.Advance(TimeSpan.FromHours(13));
        using var api = new ApiClient(host.Server, await SignIn(account));
        var nextDay = await TestAccount.Created(api.Post(
            "/v1/simulate/authorizations", new { card_id = card, amount_usd = 5, merchant = Merchant, network_reference = "ref-1" }));

        Assert.Equal(("original_not_found", "25"), (first["decline_reason"], first["auth_response_code"]));
        Assert.Equal(("already_reversed", "79"), (purchase["decline_reason"], purchase["auth_response_code"]));
        Assert.Equal("authorized", nextDay["status"]);
        var reversed = await TestAccount.Created(api.Post(
            "/v1/simulate/reversals", new { card_id = card, network_reference = "ref-1", merchant = Merchant }));
        Assert.Equal(("reversed", nextDay["authorization_id"]), (reversed["status"], reversed["authorization_id"]));
    }

    private static Task<Answer> Send(TestAccount account, string path, object? body) =>
        TestAccount.Created(account.Api.Post($"/v1/simulate/{path}", body));

    private static async Task<string> SignIn(TestAccount account) => (await TestAccount.Created(account.Host.Anonymous.Post(
        "/v1/sessions", new { email = account.Email, password = TestAccount.Password })))["token"];
}
