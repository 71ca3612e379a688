using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Jobs;
using Mediator;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Tests.Scenarios.Events;

// One customer's calls, which raise an event of each type.
internal sealed class EventStory(TestHost host)
{
    private const string Wallet = "TJEh7TX8sNj5uq4hXKyYdTrnGmecipESBX";

    public async Task<TestAccount> Run()
    {
        await host.RunJobs();
        var account = await host.SignUpWith(2_000);
        await Topups(account.Api);
        await Cards(account);
        await Purchases(account);
        await Disputes(account);
        await Withdrawals(account.Api);
        using (var again = await account.SignInAgain())
        {
            await again.Api.Delete("/v1/sessions/current");
        }

        await Notices();
        return account;
    }

    private async Task Topups(ApiClient api)
    {
        await Pay(api, await Topup(api, 300), new { settlement_failure = true });
        var paid = await Topup(api, 300);
        await Pay(api, paid, null);
        await Pay(api, paid, new { amount_usd = 25 });
        await TestAccount.Ok(api.Post($"/v1/topups/{await Topup(api, 400)}/cancel"));
        await Topup(api, 500);
        host.Clock.Advance(TimeSpan.FromMinutes(61));
        await host.RunJobs();
    }

    private static async Task Cards(TestAccount account)
    {
        var card = await account.IssueCard(load: 100);
        await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/unload", new { amount_usd = 10 }));
        await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/freeze"));
        await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/unfreeze"));
        var replacement = await TestAccount.Created(account.Api.Post($"/v1/cards/{card}/replace", new { reason = "lost" }));
        await TestAccount.Ok(account.Api.Post($"/v1/cards/{replacement["id"]}/cancel"));
    }

    private static async Task Purchases(TestAccount account)
    {
        var card = await account.IssueCard(load: 200);
        await account.Authorize(card, 5_000);
        var reversed = await account.Authorize(card, 10);
        await TestAccount.Created(account.Api.Post($"/v1/simulate/authorizations/{reversed["authorization_id"]}/reverse"));
        var captured = await account.Capture((await account.Authorize(card, 20))["authorization_id"]);
        await TestAccount.Created(account.Api.Post("/v1/simulate/refunds", new { transaction_id = captured["id"] }));
    }

    private static async Task Disputes(TestAccount account)
    {
        var card = await account.IssueCard(load: 200);
        string[][] courses = [["submit", "represent", "escalate", "win"], ["reject"]];
        foreach (var course in courses)
        {
            var captured = await account.Capture((await account.Authorize(card, 15))["authorization_id"]);
            var dispute = await TestAccount.Created(account.Api.Post(
                "/v1/disputes", new { transaction_id = captured["id"], reason = "duplicate", description = "Charged twice." }));
            foreach (var action in course)
            {
                await TestAccount.Ok(account.Api.Post($"/v1/simulate/disputes/{dispute["id"]}/action", new { action }));
            }
        }
    }

    private static async Task Withdrawals(ApiClient api)
    {
        string[][] courses = [["broadcasted", "confirmed"], ["failed"]];
        foreach (var course in courses)
        {
            var withdrawal = await TestAccount.Created(api.Post("/v1/withdrawals", new { amount_usd = 20, chain = "tron", address = Wallet }));
            foreach (var to in course)
            {
                await TestAccount.Ok(api.Post($"/v1/simulate/withdrawals/{withdrawal["id"]}/advance", new { to }));
            }
        }
    }

    private async Task Notices()
    {
        await Operate("announce-maintenance", new()
        {
            ["title"] = "Planned maintenance",
            ["text"] = "Withdrawals pause for ten minutes.",
            ["starts-at"] = "2026-06-01T02:00:00Z",
            ["ends-at"] = "2026-06-01T02:10:00Z",
        });
        await Operate("announce-deprecation", new()
        {
            ["title"] = "v2 is available",
            ["text"] = "v1 stays as it is.",
            ["doc-url"] = "https://api.cryptocardium.com/docs",
        });
        await host.RunJobs();
    }

    private async Task Operate(string name, Dictionary<string, string> given)
    {
        await using var scope = host.JobScope();
        scope.ServiceProvider.GetRequiredService<Call>().Caller = Caller.Operator;
        var command = scope.ServiceProvider.GetServices<OperatorCommand>().Single(each => each.Name == name);
        var result = await command.Send(scope.ServiceProvider.GetRequiredService<ISender>(), given, CancellationToken.None);
        Xunit.Assert.True(result.Error is null, $"{name}: {result.Error?.Text}");
    }

    private static async Task<string> Topup(ApiClient api, decimal amount) =>
        (await TestAccount.Created(api.Post("/v1/topups", new { amount_usd = amount, asset = "USDT", chain = "tron" })))["id"];

    private static Task<Answer> Pay(ApiClient api, string topup, object? body) => TestAccount.Ok(api.Post($"/v1/simulate/topups/{topup}/deposit", body));
}
