using System.Globalization;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

// Cards that are cancelled automatically.
public sealed class AutoCancelTests
{
    [DatabaseTheory]
    public async Task A_card_for_one_purchase_cancels_itself_and_gives_its_rest_back(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(200);
        var card = await account.IssueCard(load: 100);
        await TestAccount.Ok(account.Patch($"/v1/cards/{card}", """{"auto_cancel":{"after_purchases":1}}"""));
        await host.RunJobs();
        var purchase = await account.Authorize(card, 40);
        Assert.Equal("single_use_spent", (await account.Authorize(card, 1))["decline_reason"]);
        await host.RunJobs();

        var shown = await TestAccount.Ok(account.Api.Get($"/v1/cards/{card}"));
        Assert.Equal(("cancelled", "auto_cancelled", "0.00"), (shown["status"], shown["cancel_reason"], shown.Money("balance_usd")));
        Assert.Equal("card_cancelled", (await account.Authorize(card, 1))["decline_reason"]);
        Assert.Equal("158.00", await account.Treasury());
        await account.Capture(purchase["authorization_id"], 25);
        Assert.Equal("173.00", await account.Treasury());
        await host.RunJobs();
        Assert.Equal(0, await DatabaseRows.Number(host.Database, "SELECT COUNT(*) FROM cards_control WHERE cancel_due_at IS NOT NULL"));
        await BooksAudit.Check(host.Database);
    }

    [DatabaseTheory]
    public async Task A_card_cancels_itself_when_its_day_has_come(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(200);
        var card = await account.IssueCard(load: 100);
        var at = host.Clock.GetUtcNow().AddHours(2).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        await TestAccount.Ok(account.Patch($"/v1/cards/{card}", new { auto_cancel = new { at } }));
        host.Clock.Advance(TimeSpan.FromHours(1));
        await host.RunJobs();
        Assert.Equal("active", (await account.Api.Get($"/v1/cards/{card}"))["status"]);
        host.Clock.Advance(TimeSpan.FromHours(1));
        await host.RunJobs();
        Assert.Equal("cancelled", (await account.Api.Get($"/v1/cards/{card}"))["status"]);
        Assert.Equal("198.00", await account.Treasury());
    }

    [DatabaseTheory]
    public async Task A_replacement_cancels_itself_on_the_same_day(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(200);
        var old = await account.IssueCard(load: 100);
        var at = host.Clock.GetUtcNow().AddHours(2).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        await TestAccount.Ok(account.Patch($"/v1/cards/{old}", new { auto_cancel = new { at } }));
        var card = await TestAccount.Created(account.Api.Post($"/v1/cards/{old}/replace", new { reason = "lost" }));
        host.Clock.Advance(TimeSpan.FromHours(2));
        await host.RunJobs();
        Assert.Equal("lost", (await account.Api.Get($"/v1/cards/{old}"))["cancel_reason"]);
        Assert.Equal("auto_cancelled", (await account.Api.Get($"/v1/cards/{card["id"]}"))["cancel_reason"]);
        Assert.Equal("198.00", await account.Treasury());
    }
}
