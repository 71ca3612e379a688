using System.Globalization;
using System.Net;
using System.Text.Json;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Ledger;

public sealed class GetBalanceTests
{
    [DatabaseTheory]
    public async Task A_past_balance_is_the_one_after_the_last_entry_before_it(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var story = await Story.Tell(host);
        var entries = await story.Entries("&account_type=treasury_available&sort=created_at");
        foreach (var time in entries.Select(entry => entry.GetProperty("created_at").GetDateTimeOffset()).Distinct().SelectMany(
            time => new[] { time, time.AddSeconds(1) }).Where(time => time <= host.Clock.GetUtcNow()))
        {
            var asOf = time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            var balance = await TestAccount.Ok(story.Api.Get($"/v1/balance?as_of={asOf}"));
            var last = entries.LastOrDefault(entry => entry.GetProperty("created_at").GetDateTimeOffset() < time);

            Assert.Equal(last.ValueKind == JsonValueKind.Undefined ? "0.00" : last.GetProperty("balance_after_usd").GetRawText(), balance.Money("available_usd"));
            Assert.Equal(asOf, balance["as_of"]);
        }
    }

    [DatabaseTheory]
    public async Task Announced_topups_are_pending_in_the_past_as_they_were(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        var opened = Now(host);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await TestAccount.Created(account.Api.Post("/v1/topups", new { amount_usd = 500, asset = "USDT", chain = "tron" }));
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var announced = Now(host);
        host.Clock.Advance(TimeSpan.FromHours(1));
        await host.RunJobs();

        Assert.Equal("0.00", (await TestAccount.Ok(account.Api.Get("/v1/balance"))).Money("pending_usd"));
        Assert.Equal("500.00", (await TestAccount.Ok(account.Api.Get($"/v1/balance?as_of={announced}"))).Money("pending_usd"));
        var first = await TestAccount.Ok(account.Api.Get($"/v1/balance?as_of={opened}"));
        Assert.Equal(("0.00", opened), (first.Money("pending_usd"), first["updated_at"]));
    }

    [DatabaseTheory]
    public async Task The_future_is_refused(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        Assert.Equal(HttpStatusCode.OK, (await account.Api.Get($"/v1/balance?as_of={Now(host)}")).Status);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        var future = Now(host);
        host.Clock.SetBack(TimeSpan.FromSeconds(1));

        var refused = await account.Api.Get($"/v1/balance?as_of={future}");
        Assert.Equal((HttpStatusCode.BadRequest, "out_of_range", "as_of"), (refused.Status, refused.Code, refused.Param));
        Assert.Equal("invalid_format", (await account.Api.Get("/v1/balance?as_of=2026-99-01T00:00:00Z")).Code);
    }

    private static string Now(TestHost host) => host.Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
