using System.Globalization;
using System.Net;
using System.Text.Json;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class IssuerOutageTests
{
    [Fact]
    public void The_contract_names_the_operations_that_need_the_issuer()
    {
        using var stream = typeof(V1.Operations).Assembly.GetManifestResourceStream("v1.json")!;
        using var contract = JsonDocument.Parse(stream);
        var needing =
            from path in contract.RootElement.GetProperty("paths").EnumerateObject()
            from operation in path.Value.EnumerateObject()
            where operation.Value.ValueKind == JsonValueKind.Object
                && operation.Value.TryGetProperty("x-error-codes", out var codes) && codes.TryGetProperty("503", out var unavailable)
                && unavailable.EnumerateArray().Any(code => code.ValueEquals("upstream_issuer_down"))
            let id = operation.Value.GetProperty("operationId").GetString()
            select V1.Operations.All.Single(known => known.Id == id).Name;
        Assert.Equal(needing.Order(), IssuerCalls.All.Select(call => call.Operation).Order());
    }

    [DatabaseTheory]
    public async Task An_outage_refuses_all_that_needs_the_issuer_and_the_same_keys_execute_when_it_is_over(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(500);
        var cards = new Dictionary<string, string>();
        foreach (var (operation, _) in IssuerCalls.All)
        {
            cards[operation] = await account.IssueCard(load: 10);
        }

        await account.Inject(new { type = "issuer_outage", duration_seconds = 90 });
        var before = await DatabaseImage.Of(host.Database);
        foreach (var (operation, call) in IssuerCalls.All)
        {
            await IsDown(operation, call(account, cards[operation], operation), retryAfter: 60);
        }

        Assert.Equal(before, await DatabaseImage.Of(host.Database));
        host.Clock.Advance(TimeSpan.FromSeconds(90));
        foreach (var (operation, call) in IssuerCalls.All)
        {
            var answer = await call(account, cards[operation], operation);
            Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.Created, $"{operation}: {answer}");
            Assert.Null(answer.Header("Idempotent-Replayed"));
        }

        await BooksAudit.Check(host.Database);
    }

    [DatabaseTheory]
    public async Task It_says_when_to_come_back_and_still_answers_what_it_answered_before(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var card = await account.IssueCard();
        Task<Answer> Freeze(string key) => account.Api.Post($"/v1/cards/{card}/freeze", key: key);
        await TestAccount.Ok(Freeze("before"));
        await account.Inject(new { type = "issuer_outage", duration_seconds = 90 });

        host.Clock.Advance(TimeSpan.FromSeconds(80));
        await IsDown("freeze", Freeze("during"), retryAfter: 10);
        host.Clock.Advance(TimeSpan.FromSeconds(9.9));
        await IsDown("freeze", Freeze("during"), retryAfter: 1);

        Assert.Equal("true", (await TestAccount.Ok(Freeze("before"))).Header("Idempotent-Replayed"));
        Assert.Equal("resource_not_found", (await account.Api.Post("/v1/cards/card_000000000000000000000000/freeze")).Code);
        Assert.Equal("bin_not_found", (await account.Api.Post("/v1/cards", new { type = "virtual", bin = "000000" })).Code);
    }

    [DatabaseTheory]
    public async Task Another_account_and_the_other_mode_do_not_notice(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(500);
        using var other = await host.SignUpWith(500);
        var live = await account.IssueCard();
        var sandbox = (await TestAccount.Created(account.Api.Post("/v1/cards", new { type = "virtual", bin = "489517", mode = "sandbox" })))["id"];

        var ofSandbox = await account.Inject(new { type = "issuer_outage", mode = "sandbox" });
        await TestAccount.Ok(account.Api.Post($"/v1/cards/{live}/freeze"));
        await TestAccount.Ok(other.Api.Post($"/v1/cards/{await other.IssueCard()}/freeze"));
        await IsDown("freeze", account.Api.Post($"/v1/cards/{sandbox}/freeze"), retryAfter: 60);

        await account.Inject(new { type = "issuer_outage" });
        await account.Remove(ofSandbox);
        await TestAccount.Ok(account.Api.Post($"/v1/cards/{sandbox}/freeze"));
        await IsDown("unfreeze", account.Api.Post($"/v1/cards/{live}/unfreeze"), retryAfter: 60);
    }

    [DatabaseTheory]
    public async Task The_latest_of_a_type_counts_whichever_node_stored_it(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var card = await account.IssueCard();
        await account.Inject(new { type = "issuer_outage", duration_seconds = 3_600 });
        await account.Inject(new { type = "issuer_outage", duration_seconds = 1 });
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/freeze"));

        // Stands for a commit of another node.
        var end = host.Clock.GetUtcNow().AddSeconds(30).ToUnixTimeMilliseconds();
        await host.Database.Execute(string.Create(CultureInfo.InvariantCulture, $"UPDATE cards_fault SET ends_at = {end} WHERE type = 'issuer_outage'"));
        await IsDown("freeze", account.Api.Post($"/v1/cards/{card}/freeze"), retryAfter: 30);
        Assert.Equal(1, await DatabaseRows.Number(host.Database, "SELECT COUNT(*) FROM cards_fault"));
    }

    private static async Task IsDown(string what, Task<Answer> call, int retryAfter)
    {
        var answer = await call;
        Assert.Equal(
            (what, HttpStatusCode.ServiceUnavailable, "upstream_issuer_down", retryAfter.ToString(CultureInfo.InvariantCulture)),
            (what, answer.Status, answer.Code, answer.Header("Retry-After")));
    }
}
