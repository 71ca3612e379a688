using System.Net;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class ReplaceRaceTests
{
    [DatabaseTheory]
    public async Task Two_at_once_make_one_card(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(200);
        var card = await account.IssueCard(load: 100);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            _ => account.Api.Post($"/v1/cards/{card}/replace", new { reason = "lost" })));
        var made = Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created);
        Assert.All(answers.Where(answer => answer != made), answer => Assert.Equal("conflict_state", answer.Code));
        Assert.Equal("100.00/0.00", await account.CardMoney(made["id"]));
        await BooksAudit.Check(host.Database);
    }

    // A purchase concurrent with the replacement is held on the old card or declined. Its money is never in two places.
    [DatabaseTheory]
    public async Task Purchases_and_loads_that_race_a_replacement_come_before_or_after_it(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1_000);
        for (var round = 0; round < 5; round++)
        {
            var card = await account.IssueCard(load: 50);
            var purchases = Enumerable.Range(0, 6).Select(_ => account.Authorize(card, 10)).ToList();
            var load = account.Api.Post($"/v1/cards/{card}/load", new { amount_usd = 10 });
            var replaced = await TestAccount.Created(account.Api.Post($"/v1/cards/{card}/replace", new { reason = "lost" }));
            var held = (await Task.WhenAll(purchases)).Count(answer => answer["status"] == "authorized");
            var loaded = (await load).Status == HttpStatusCode.OK ? 10 : 0;
            Assert.Equal($"0.00/{held * 10}.00", await account.CardMoney(card));
            Assert.Equal($"{50 + loaded - held * 10}.00/0.00", await account.CardMoney(replaced["id"]));
        }

        await BooksAudit.Check(host.Database);
    }
}
