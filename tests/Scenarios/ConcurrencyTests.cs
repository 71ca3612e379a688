using System.Net;
using Cryptocardium.Kernel.Data;
using Xunit;

namespace Cryptocardium.Tests.Scenarios;

// Concurrent requests of many clients.
[Trait("Suite", "Soak")]
public sealed class ConcurrencyTests
{
    private const int Clients = 64;

    [DatabaseTheory]
    public async Task Parallel_requests_with_one_key_have_one_effect_and_one_answer(Engine engine)
    {
        const decimal load = 1;
        const decimal loadWithFee = 1.02m;
        var keys = Budget.Of(everyChange: 50, soak: 500);
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(keys * loadWithFee + 200);
        var card = await account.IssueCard();

        for (var key = 0; key < keys; key++)
        {
            var name = $"load_{key}";
            var answers = await Task.WhenAll(Enumerable.Range(0, Clients).Select(
                _ => account.Api.Post($"/v1/cards/{card}/load", new { amount_usd = load }, name)));

            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
            Assert.All(answers, answer => Assert.Equal(answers[0].Body, answer.Body));
            Assert.Equal(1, answers.Count(answer => answer.Header("Idempotent-Replayed") is null));
        }

        Assert.Equal($"{keys}.00/0.00", await account.CardMoney(card));
        Assert.Equal("200.00", await account.Treasury());
        await BooksAudit.Check(host.Database);
    }

    [DatabaseTheory]
    public async Task A_card_funded_for_k_authorizations_approves_exactly_k(Engine engine)
    {
        var funded = Budget.Of(everyChange: 100, soak: 1_000);
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(funded * 1.02m + 200);
        var card = await account.IssueCard(load: funded);

        var answers = await InParallel(Clients, 2 * funded, _ => account.Authorize(card, 1.00m));

        Assert.Equal(funded, answers.Count(answer => answer["status"] == "authorized"));
        Assert.All(
            answers.Where(answer => answer["status"] != "authorized"),
            answer => Assert.Equal(("declined", "51"), (answer["status"], answer["auth_response_code"])));
        Assert.Equal($"0.00/{funded}.00", await account.CardMoney(card));
        await BooksAudit.Check(host.Database);
    }

    [DatabaseTheory]
    public async Task Loads_racing_for_the_treasury_never_overspend_it(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(200);
        var cards = new[] { await account.IssueCard(), await account.IssueCard(), await account.IssueCard() };

        var answers = await InParallel(
            Clients, 96, i => account.Api.Post($"/v1/cards/{cards[i % cards.Length]}/load", new { amount_usd = 5 }));

        // A load of 5.00 costs 5.10, so 39 loads fit into 200.00.
        Assert.Equal(39, answers.Count(answer => answer.Status == HttpStatusCode.OK));
        Assert.All(
            answers.Where(answer => answer.Status != HttpStatusCode.OK),
            answer => Assert.Equal((HttpStatusCode.Forbidden, "insufficient_treasury_balance"), (answer.Status, answer.Code)));
        Assert.Equal("1.10", await account.Treasury());
        await BooksAudit.Check(host.Database);
    }

    [DatabaseTheory]
    public async Task A_deposit_reported_many_times_at_once_is_credited_once(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var topup = await TestAccount.Created(account.Api.Post("/v1/topups", new { amount_usd = 500, asset = "USDT", chain = "bsc" }));

        var answers = await InParallel(
            Clients, Clients, _ => account.Api.Post($"/v1/simulate/topups/{topup["id"]}/deposit", new { amount_usd = 500 }, "one-deposit"));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Equal("500.00", await account.Treasury());
        await BooksAudit.Check(host.Database);
    }

    private static async Task<Answer[]> InParallel(int clients, int calls, Func<int, Task<Answer>> call)
    {
        var answers = new Answer[calls];
        await Parallel.ForAsync(
            0, calls, new ParallelOptions { MaxDegreeOfParallelism = clients }, async (i, _) => answers[i] = await call(i));
        return answers;
    }
}
