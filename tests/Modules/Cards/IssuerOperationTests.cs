using System.Net;
using Cryptocardium.Cards.Issuing;
using Cryptocardium.Cards.Jobs;
using Cryptocardium.Cards.Simulator;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Mediator;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Tests.Cards;

// The orders that follow from changes of cards: committed with them, and carried out by a job.
public sealed class IssuerOperationTests
{
    private const string Sent = "SELECT kind FROM cards_sim_order ORDER BY reference";
    private const string Open = "SELECT kind FROM cards_issuer_operation WHERE confirmed_at IS NULL ORDER BY id";

    [DatabaseTheory]
    public async Task The_issuer_is_told_of_every_change_once_and_in_its_order(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(500);
        var card = await account.IssueCard(load: 100);
        await Done(account, card, "freeze");
        await Done(account, card, "unfreeze");
        await Done(account, card, "unfreeze");
        await Done(account, card, "load", new { amount_usd = 10 });
        await Done(account, card, "unload", new { amount_usd = 5 });
        var next = (await TestAccount.Created(account.Api.Post($"/v1/cards/{card}/replace", new { reason = "lost" })))["id"];
        await Done(account, next, "cancel");
        string[] told = ["open", "load", "freeze", "unfreeze", "load", "unload", "replace", "cancel"];
        Assert.Equal(told, await Rows(host, Open));
        Assert.Empty(await Rows(host, Sent));

        await host.RunJobs();
        await host.RunJobs();

        Assert.Empty(await Rows(host, Open));
        Assert.Equal(told, await Rows(host, Sent));
        Assert.Equal(told, await Rows(host, "SELECT kind FROM cards_issuer_operation ORDER BY confirmed_at, fence, id"));
        Assert.Equal(1, await DatabaseRows.Number(host.Database, "SELECT MAX(times) FROM cards_sim_order"));
        Assert.Equal(["100000000", "10000000", "5000000"], await Rows(
            host, "SELECT amount_usd FROM cards_issuer_operation WHERE amount_usd IS NOT NULL ORDER BY id"));
        Assert.Equal(0, await DatabaseRows.Number(host.Database, "SELECT COUNT(*) FROM cards_sim_issue WHERE sealed_pan IS NOT NULL"));
    }

    [DatabaseTheory]
    public async Task An_outage_puts_orders_off_and_keeps_their_order(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(500);
        using var other = await host.SignUpWith(500);
        var card = await account.IssueCard();
        await Done(account, card, "freeze");
        await account.Inject(new { type = "issuer_outage", duration_seconds = 60 });
        await other.IssueCard();

        await host.RunJobs();
        Assert.Equal(["open", "freeze"], await Rows(host, Open));
        Assert.Equal(["open"], await Rows(host, Sent));
        Assert.Equal(["1 5000", "0 0"], await Rows(
            host, "SELECT failures || ' ' || (look_after - created_at) FROM cards_issuer_operation WHERE confirmed_at IS NULL ORDER BY id"));

        host.Clock.Advance(TimeSpan.FromSeconds(5));
        await host.RunJobs();
        Assert.Equal(2, await DatabaseRows.Number(host.Database, "SELECT failures FROM cards_issuer_operation WHERE kind = 'open' AND confirmed_at IS NULL"));

        host.Clock.Advance(TimeSpan.FromSeconds(60));
        await host.RunJobs();
        Assert.Empty(await Rows(host, Open));
        Assert.Equal(3, await DatabaseRows.Number(host.Database, "SELECT COUNT(*) FROM cards_sim_order"));
    }

    [DatabaseTheory]
    public async Task A_node_that_stops_after_it_sent_is_replaced_and_the_order_has_one_effect(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(500);
        await account.IssueCard();
        var due = Assert.Single((await Ask(host, new DueIssuerOperations())).Value);
        var fence = await Send(host, new ClaimIssuerOperation(due));
        Assert.Equal((1, ClaimIssuerOperation.NotOurs), (fence, await Send(host, new ClaimIssuerOperation(due))));
        await using (var scope = host.JobScope())
        {
            var preparation = scope.ServiceProvider.GetRequiredService<IPreparation<SendIssuerOperation>>();
            Assert.Null(await preparation.Prepare(new SendIssuerOperation(due, fence), CancellationToken.None));
        }

        await host.RunJobs();
        Assert.Equal(["open"], await Rows(host, Open));

        host.Clock.Advance(TimeSpan.FromSeconds(30));
        await host.RunJobs();
        Assert.Empty(await Rows(host, Open));
        Assert.Equal(["2"], await Rows(host, "SELECT times FROM cards_sim_order"));

        // The first node comes back, and its token is no longer the one.
        Assert.False(await Send(host, new SendIssuerOperation(due, fence)));
        Assert.Equal(["2"], await Rows(host, "SELECT times FROM cards_sim_order"));
    }

    [DatabaseTheory]
    public async Task A_repeated_reference_gives_the_first_number_before_and_after_the_card_is_opened(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(500);
        var first = await Send(host, new AcceptSimulatedIssue("again", "489517"));
        Assert.Equal(first.Reveal(), (await Send(host, new AcceptSimulatedIssue("again", "489517"))).Reveal());
        Assert.NotEqual(first.Reveal(), (await Send(host, new AcceptSimulatedIssue("another", "489517"))).Reveal());

        var card = await account.IssueCard();
        var reference = Assert.Single(await Rows(host, "SELECT issued_as FROM cards_issuer_operation"));
        await host.RunJobs();
        var pan = (await TestAccount.Ok(account.Api.Get($"/v1/cards/{card}/pan")))["pan"].Replace(" ", "", StringComparison.Ordinal);
        Assert.Equal(pan, (await Send(host, new AcceptSimulatedIssue(reference, "489517"))).Reveal());
    }

    // The card is made before the unit of work, by each of the calls; they have one reference.
    [DatabaseTheory]
    public async Task A_call_with_the_same_key_has_one_card_made_and_a_key_used_again_after_a_day_another(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(500);
        Task<Answer> Issue() => account.Api.Post("/v1/cards", new { type = "virtual", bin = "489517" }, "same");
        var answers = await Task.WhenAll(Issue(), Issue(), Issue());
        var made = answers.Where(answer => answer.Status == HttpStatusCode.Created).Select(answer => answer["id"]).Distinct();
        Assert.Single(made);
        Assert.Equal(1, await DatabaseRows.Number(host.Database, "SELECT COUNT(*) FROM cards_sim_issue"));

        // The session lives as long as it is used.
        for (var passed = TimeSpan.Zero; passed < IdempotencyClaim.Retention; passed += TimeSpan.FromHours(8))
        {
            host.Clock.Advance(TimeSpan.FromHours(8));
            await TestAccount.Ok(account.Api.Get("/v1/accounts/me"));
        }

        Assert.NotEqual(made.Single(), (await TestAccount.Created(Issue()))["id"]);
        Assert.Equal(2, await DatabaseRows.Number(host.Database, "SELECT COUNT(*) FROM cards_sim_issue"));
    }

    [Fact]
    public void A_reference_follows_key_request_and_day()
    {
        var now = new DateTimeOffset(2026, 5, 19, 7, 30, 0, TimeSpan.Zero);
        var call = new Call { RequestId = "req_1" };
        Assert.Equal("req_1", IssueReference.Of(call, now));
        string Of(byte key, byte request, DateTimeOffset at) =>
            IssueReference.Of(new Call { RequestId = "req_2", Idempotency = new IdempotencyClaim([key], [request]) }, at);
        Assert.Equal(Of(1, 1, now), Of(1, 1, now.AddMinutes(1)));
        Assert.Equal(4, new[] { Of(1, 1, now), Of(1, 2, now), Of(2, 1, now), Of(1, 1, now + IdempotencyClaim.Retention) }.Distinct().Count());
    }

    private static Task<Answer> Done(TestAccount account, string card, string what, object? body = null) =>
        TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/{what}", body));

    private static async Task<List<string>> Rows(TestHost host, string sql) => await DatabaseRows.Of(host.Database, sql, row => $"{row[0]}");

    private static async Task<T> Send<T>(TestHost host, ICommand<Result<T>> command)
    {
        await using var scope = host.JobScope();
        return (await scope.ServiceProvider.GetRequiredService<ISender>().Send(command)).Value;
    }

    private static async Task<Result<T>> Ask<T>(TestHost host, IQuery<Result<T>> query)
    {
        await using var scope = host.JobScope();
        return await scope.ServiceProvider.GetRequiredService<ISender>().Send(query);
    }
}
