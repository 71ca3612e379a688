using System.Text.Json;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

// Each cause of a decline fires, is explained, and is repaired by the smallest change that the explanation names, if there is one.
public sealed class ExplainTransactionTests
{
    [DatabaseTheory]
    public async Task Every_cause_that_comes_by_itself_is_explained_and_put_right_as_it_says(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(20_000);
        foreach (var (name, bin, before, fields, reason, change) in Causes.All)
        {
            var card = bin == "448585" ? await account.IssuePhysical(load: 100) : await account.IssueCard(load: bin == "416842" ? 500 : 100, bin: bin);
            await Explained.Prepare(account, card, before);
            var declined = await Explained.Judge(account, new Dictionary<string, object>(Explained.Body(card, fields)), name, reason, change);
            Assert.Contains(DeclineTable.Rows, row =>
                row.Reason == reason && (bin == "557213" ? row.Mastercard : row.Visa) == declined["auth_response_code"]
                && row.Retry == declined["retry_category"]);
        }

        await BooksAudit.Check(host.Database);
    }

    [DatabaseTheory]
    public async Task Every_forced_cause_is_explained_and_gone_without_the_force(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(2_000);
        foreach (var bin in new[] { "489517", "557213" })
        {
            var card = await account.IssueCard(load: 900, bin: bin);
            foreach (var (reason, visa, mastercard, _) in DeclineTable.Rows.DistinctBy(row => row.Reason))
            {
                var body = new Dictionary<string, object>(Explained.Body(card, [("amount_usd", 5), ("force_decline_reason", reason)]));
                var declined = await Explained.Judge(account, body, reason, reason, "simulate_authorization force_decline_reason=");
                Assert.Equal(bin == "557213" ? mastercard : visa, declined["auth_response_code"]);
            }
        }
    }

    [DatabaseTheory]
    public async Task Several_failures_are_all_told_and_all_their_changes_together_approve(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(2_000);
        var card = await account.IssueCard(load: 100, bin: "416842");
        await Explained.Prepare(account, card, "freeze");
        var body = new Dictionary<string, object>(Explained.Body(card, [("amount_usd", 300), ("cvv_check", "mismatch")]));

        var declined = await TestAccount.Created(account.Api.Post("/v1/simulate/authorizations", JsonSerializer.Serialize(body)));
        var explained = await TestAccount.Ok(account.Api.Get($"/v1/transactions/{declined["id"]}/explain"));

        Assert.Equal(
            ["card_frozen", "cvv_mismatch", "three_ds_required", "insufficient_card_balance"],
            Explained.Failed(explained).Select(check => check.GetProperty("decline_reason").GetString()));
        Assert.Equal("card_frozen", declined["decline_reason"]);
        await Explained.Apply(account, card, explained, body);
        var approved = await TestAccount.Created(account.Api.Post("/v1/simulate/authorizations", JsonSerializer.Serialize(body)));
        Assert.Equal("authorized", approved["status"]);
    }

    [DatabaseTheory]
    public async Task An_explanation_stays_true_when_everything_has_changed(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(2_000);
        var card = await account.IssueCard(load: 100);
        var approved = await account.Authorize(card, 30);
        await Explained.Prepare(account, card, "freeze to retry");
        var declined = await account.Authorize(card, 80);
        var before = await Explanations();

        await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/unfreeze"));
        await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/load", new { amount_usd = 500 }));
        await account.Capture(approved["authorization_id"], 20);
        await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/cancel"));

        Assert.Equal(before, await Explanations());
        var first = JsonDocument.Parse(before[0]).RootElement;
        Assert.Equal("approved", first.GetProperty("decision").GetString());
        var balance = first.GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("name").GetString() == "balance");
        Assert.Equal(("100.00", "30.00"), (balance.GetProperty("input").GetString(), balance.GetProperty("threshold").GetString()));

        async Task<string[]> Explanations() =>
        [
            (await TestAccount.Ok(account.Api.Get($"/v1/transactions/{approved["id"]}/explain"))).Json.GetRawText(),
            (await TestAccount.Ok(account.Api.Get($"/v1/transactions/{declined["id"]}/explain"))).Json.GetRawText(),
        ];
    }

    [DatabaseTheory]
    public async Task A_posting_without_a_decision_has_no_checks_and_a_refused_message_says_that_it_came_too_late(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(2_000);
        var card = await account.IssueCard(load: 100);
        var authorization = (await account.Authorize(card, 30))["authorization_id"];
        var captured = await account.Capture(authorization);
        var late = await TestAccount.Created(account.Api.Post($"/v1/simulate/authorizations/{authorization}/reverse"));

        var posted = await TestAccount.Ok(account.Api.Get($"/v1/transactions/{captured["id"]}/explain"));
        var refused = await TestAccount.Ok(account.Api.Get($"/v1/transactions/{late["id"]}/explain"));

        Assert.Equal(("posted", 0), (posted["decision"], posted.Json.GetProperty("checks").GetArrayLength()));
        Assert.Equal(("declined", "lifecycle_invalid", "false"), (refused["decision"], refused["decline_reason"], refused["approvable"]));
        Assert.Equal("lifecycle", Explained.Failed(refused).Single().GetProperty("name").GetString());
        using var stranger = await host.SignUp();
        Assert.Equal("resource_not_found", (await stranger.Api.Get($"/v1/transactions/{captured["id"]}/explain")).Code);
    }
}
