using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class SimulateIncrementTests
{
    private static readonly object Merchant = new { name = "OpenAI", mcc = "7372" };

    public static IEnumerable<object[]> Rows =>
    [
        ["authorize 40, increment 5", "898.00", "55.00/45.00"],
        ["authorize 40, increment 60, increment 0.01", "898.00", "0.00/100.00"],
        ["authorize 40, increment 60.01", "898.00", "60.00/40.00"],
        ["authorize 40, capture, increment 5", "898.00", "60.00/0.00"],
        ["authorize 40, increment 5, capture", "898.00", "55.00/0.00"],
    ];

    [DatabaseTheory]
    [MemberData(nameof(Rows))]
    public Task Money_moves_as_posted(Engine engine, string steps, string treasury, string card) =>
        CardAccounts.Check(engine, steps, treasury, card);

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

    private static Task<Answer> Send(TestAccount account, string path, object? body) =>
        TestAccount.Created(account.Api.Post($"/v1/simulate/{path}", body));

    private static async Task<string> SignIn(TestAccount account) => (await TestAccount.Created(account.Host.Anonymous.Post(
        "/v1/sessions", new { email = account.Email, password = TestAccount.Password })))["token"];
}
