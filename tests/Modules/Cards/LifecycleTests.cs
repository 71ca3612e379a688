using System.Net;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

// What the network answers, and what a purchase looks like as a whole.
public sealed class LifecycleTests
{
    private static readonly object Merchant = new { name = "OpenAI", mcc = "7372" };

    [DatabaseTheory]
    public async Task A_hold_falls_back_when_its_time_is_over_and_a_late_capture_is_forced(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1000);
        var card = await account.IssueCard(load: 100);
        var authorization = (await account.Authorize(card, 40))["authorization_id"];
        var path = $"/v1/authorizations/{authorization}";
        Assert.Equal("2026-05-29T07:30:00Z", (await account.Api.Get(path))["expires_at"]);

        host.Clock.Advance(TimeSpan.FromDays(10) - TimeSpan.FromSeconds(1));
        await host.RunJobs();
        using var api = new ApiClient(host.Server, await SignIn(account));
        Assert.Equal("pending", (await api.Get(path))["status"]);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await host.RunJobs();

        var expired = await TestAccount.Ok(api.Get(path));
        Assert.Equal(("expired", "", "40.00"), (expired["status"], expired["expires_at"], expired.Money("reversed_usd")));
        Assert.Equal("expired", expired.Json.GetProperty("transactions")[1].GetProperty("reversal_reason").GetString());
        var late = await TestAccount.Created(api.Post($"/v1/simulate/authorizations/{authorization}/capture"));
        Assert.Equal(("true", "40.00", ""), (late["forced"], late.Money("amount_usd"), late["overcapture_usd"]));
        Assert.Equal("closed", (await api.Get(path))["status"]);
        Assert.Equal("conflict_state", (await api.Post($"/v1/simulate/authorizations/{authorization}/capture")).Code);
        await BooksAudit.Check(host.Database);
        Assert.Equal(1, await DatabaseRows.Number(host.Database, "SELECT COUNT(*) FROM kernel_event WHERE type = 'transaction.reversed'"));
    }

    [DatabaseTheory]
    public async Task An_increment_lengthens_the_hold_and_its_decline_leaves_the_purchase(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1000);
        var card = await account.IssueCard(load: 100);
        var authorization = (await account.Authorize(card, 40))["authorization_id"];
        host.Clock.Advance(TimeSpan.FromHours(5));

        var more = await Send(account, $"authorizations/{authorization}/increment", new { amount_usd = 10, network_reference = "more-1" });
        var again = await Send(account, $"authorizations/{authorization}/increment", new { amount_usd = 10, network_reference = "more-1" });
        var forced = await Send(account, $"authorizations/{authorization}/increment", new { amount_usd = 1, force_decline_reason = "aml_hold" });

        Assert.Equal(("authorized", "00"), (more["status"], more["auth_response_code"]));
        Assert.Equal(("94", "64"), (again["auth_response_code"], forced["auth_response_code"]));
        var view = await TestAccount.Ok(account.Api.Get($"/v1/authorizations/{authorization}"));
        Assert.Equal(("50.00", "50.00", "2026-05-29T12:30:00Z"), (view.Money("authorized_usd"), view.Money("held_usd"), view["expires_at"]));
        Assert.Equal(4, view.Json.GetProperty("transactions").GetArrayLength());
    }

    [DatabaseTheory]
    public async Task A_purchase_older_than_the_facts_of_its_decision_can_still_grow(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1000);
        var card = await account.IssueCard(load: 100);
        var authorization = (await account.Authorize(card, 40))["authorization_id"];
        await host.Database.Execute($"UPDATE cards_transaction SET facts = NULL WHERE authorization_id = '{authorization}'");

        var more = await Send(account, $"authorizations/{authorization}/increment", new { amount_usd = 10 });

        Assert.Equal(("authorized", "00", "10.00"), (more["status"], more["auth_response_code"], more.Money("amount_usd")));
    }

    [DatabaseTheory]
    public async Task A_refused_increment_does_not_make_the_purchases_reference_last_longer(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1000);
        var card = await account.IssueCard(load: 100);
        var purchase = new { card_id = card, amount_usd = 1, merchant = Merchant, network_reference = "once-a-day", auto_capture = true };
        var authorization = (await Send(account, "authorizations", purchase))["authorization_id"];
        host.Clock.Advance(TimeSpan.FromHours(23));
        using var api = new ApiClient(host.Server, await SignIn(account));
        var refused = await TestAccount.Created(api.Post($"/v1/simulate/authorizations/{authorization}/increment", new { amount_usd = 1 }));
        host.Clock.Advance(TimeSpan.FromHours(2));

        var next = await TestAccount.Created(api.Post("/v1/simulate/authorizations", purchase));

        Assert.Equal(("12", ""), (refused["auth_response_code"], refused["network_reference"]));
        Assert.Equal(("captured", "00"), (next["status"], next["auth_response_code"]));
    }

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

    [DatabaseTheory]
    public async Task Messages_that_come_too_late_are_declined_with_their_codes(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1000);
        foreach (var (bin, reversed, over) in new[] { ("489517", "79", "12"), ("557213", "84", "84") })
        {
            var card = await account.IssueCard(load: 100, bin: bin);
            var first = (await account.Authorize(card, 40))["authorization_id"];
            await Send(account, $"authorizations/{first}/reverse", null);
            Assert.Equal(reversed, (await Send(account, $"authorizations/{first}/reverse", null))["auth_response_code"]);
            var second = (await account.Authorize(card, 40))["authorization_id"];
            Assert.Equal("13", (await Send(account, $"authorizations/{second}/reverse", new { amount_usd = 41 }))["auth_response_code"]);
            await account.Capture(second);
            foreach (var (verb, body) in new (string, object?)[] { ("reverse", null), ("increment", new { amount_usd = 1 }), ("advice", new { amount_usd = 1 }) })
            {
                Assert.Equal(over, (await Send(account, $"authorizations/{second}/{verb}", body))["auth_response_code"]);
            }

            Assert.Equal(HttpStatusCode.Conflict, (await account.Api.Post($"/v1/simulate/authorizations/{second}/expire")).Status);
        }
    }

    private static Task<Answer> Send(TestAccount account, string path, object? body) =>
        TestAccount.Created(account.Api.Post($"/v1/simulate/{path}", body));

    private static async Task<string> SignIn(TestAccount account) => (await TestAccount.Created(account.Host.Anonymous.Post(
        "/v1/sessions", new { email = account.Email, password = TestAccount.Password })))["token"];
}
