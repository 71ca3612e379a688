using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class SimulateExpiryTests
{
    public static IEnumerable<object[]> Rows =>
    [
        ["authorize 40, expire", "898.00", "100.00/0.00"],
        ["authorize 40, expire, capture 30", "898.00", "70.00/0.00"],
        ["authorize 40, expire, capture 150", "848.00", "0.00/0.00"],
    ];

    [DatabaseTheory]
    [MemberData(nameof(Rows))]
    public Task Money_moves_as_posted(Engine engine, string steps, string treasury, string card) =>
        CardAccounts.Check(engine, steps, treasury, card);

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
        Assert.Equal("expiry", expired.Json.GetProperty("transactions")[1].GetProperty("type").GetString());
        var late = await TestAccount.Created(api.Post($"/v1/simulate/authorizations/{authorization}/capture"));
        Assert.Equal(("force_capture", "40.00", ""), (late["type"], late.Money("amount_usd"), late["overcapture_usd"]));
        Assert.Equal("closed", (await api.Get(path))["status"]);
        Assert.Equal("conflict_state", (await api.Post($"/v1/simulate/authorizations/{authorization}/capture")).Code);
        await BooksAudit.Check(host.Database);
        Assert.Equal(1, await DatabaseRows.Number(host.Database, "SELECT COUNT(*) FROM kernel_event WHERE type = 'transaction.reversed'"));
    }

    private static async Task<string> SignIn(TestAccount account) => (await TestAccount.Created(account.Host.Anonymous.Post(
        "/v1/sessions", new { email = account.Email, password = TestAccount.Password })))["token"];
}
