using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class IssuerLatencyTests
{
    private const int LatencyMs = 2_345;

    // More calls than a node has connections for reading and writing together.
    private const int Calls = 40;

    [DatabaseTheory]
    public async Task Calls_wait_as_long_as_the_issuer_takes_and_hold_nothing_that_others_need(Engine engine)
    {
        WatchedTime? time = null;
        await using var host = await TestHost.Start(
            engine, services => time = WatchedTime.Over(services, TimeSpan.FromMilliseconds(LatencyMs)));
        using var account = await host.SignUpWith(500);
        using var other = await host.SignUpWith(500);
        var card = await account.IssueCard(load: 10);
        var fault = await account.Inject(new { type = "issuer_latency", latency_ms = LatencyMs, duration_seconds = 600 });

        var calls = Enumerable.Range(0, Calls)
            .Select(i => account.Api.Post($"/v1/cards/{card}/{(i % 2 == 0 ? "freeze" : "unfreeze")}", key: $"key-{i}")).ToList();
        var waits = new List<Action>();
        while (waits.Count < Calls)
        {
            waits.Add(await time!.Wait());
        }

        Assert.All(calls, call => Assert.False(call.IsCompleted));
        await other.IssueCard(load: 10);
        await account.Authorize(card, 1);
        await TestAccount.Ok(account.Api.Get($"/v1/cards/{card}"));

        waits.ForEach(end => end());
        Assert.All(await Task.WhenAll(calls), answer => Assert.Equal(200, (int)answer.Status));

        // Once the fault is over no call waits. Otherwise it would hang, because this clock fires no timers.
        await account.Remove(fault);
        await TestAccount.Ok(account.Api.Post($"/v1/cards/{card}/unfreeze"));
    }

    [DatabaseTheory]
    public async Task An_issuer_that_is_down_has_no_latency(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var card = await account.IssueCard();
        await account.Inject(new { type = "issuer_latency", latency_ms = LatencyMs });
        await account.Inject(new { type = "issuer_outage" });

        Assert.Equal("upstream_issuer_down", (await account.Api.Post($"/v1/cards/{card}/freeze")).Code);
    }
}
