using System.Globalization;
using System.Net;
using Cryptocardium.Accounts.Contract;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Tests.Cards;

public sealed class RevealPanTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 19, 7, 30, 0, TimeSpan.Zero);

    // Earlier reveals as card and age in minutes, newest first. Two per card and three per account are allowed within an hour.
    [Theory]
    [InlineData("", null, null)]
    [InlineData("a1", null, null)]
    [InlineData("b1 b2", null, null)]
    [InlineData("a1 a2", 2, 58 * 60)]
    [InlineData("a1 a59", 2, 60)]
    [InlineData("a1 b2 b3", 3, 57 * 60)]
    [InlineData("a1 a2 b59", 2, 58 * 60)]
    [InlineData("a1 b2 a59", 3, 60)]
    [InlineData("b1 a2 a3", 3, 57 * 60)]
    public void One_more_reveal_is_refused_until_it_fits_in(string earlier, int? limit, int? wait)
    {
        AuditedAct[] latest =
        [
            .. earlier.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(act =>
                new AuditedAct(act[..1], Now.AddMinutes(-int.Parse(act[1..], CultureInfo.InvariantCulture)))),
        ];
        var refusal = new RevealLimits(PerCard: 2, PerAccount: 3).Refusal("a", latest, Now);
        Assert.Equal(limit, refusal?.Limit);
        Assert.Equal(wait, refusal?.RetryAfterSeconds);
        Assert.Equal(limit is null ? null : Errors.RevealLimitReached, refusal?.Kind);
    }

    [Fact]
    public void The_limits_are_the_documented_ones_and_grow_with_the_scale()
    {
        Assert.Equal(new RevealLimits(30, 300), RevealLimits.Scaled(1));
        Assert.Equal(new RevealLimits(3, 30), RevealLimits.Scaled(0.1));
        Assert.Equal(new RevealLimits(1, 1), RevealLimits.Scaled(0));
        Assert.Equal(int.MaxValue, RevealLimits.Scaled(1e9).PerAccount);
    }

    [DatabaseTheory]
    public async Task A_card_is_revealed_so_often_within_an_hour_and_says_when_it_goes_on(Engine engine)
    {
        await using var host = await Start(engine, perCard: 2, perAccount: 3);
        using var account = await host.SignUpWith(500);
        var (first, second) = (await account.IssueCard(), await account.IssueCard());
        await Reveal(account, first);
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        await Reveal(account, first);

        var refused = await account.Api.Get($"/v1/cards/{first}/pan");
        Assert.Equal((HttpStatusCode.TooManyRequests, "reveal_limit_reached"), (refused.Status, refused.Code));
        Assert.Equal("3000", refused.Header("Retry-After"));
        Assert.Equal(("2", "0"), (refused.Header("X-RateLimit-Limit"), refused.Header("X-RateLimit-Remaining")));
        Assert.Equal(
            host.Clock.GetUtcNow().AddSeconds(3_000).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), refused.Header("X-RateLimit-Reset"));

        await Reveal(account, second);
        Assert.Equal("3", (await account.Api.Get($"/v1/cards/{second}/pan")).Header("X-RateLimit-Limit"));

        host.Clock.Advance(TimeSpan.FromSeconds(2_999));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await account.Api.Get($"/v1/cards/{first}/pan")).Status);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await Reveal(account, first);
    }

    [DatabaseTheory]
    public async Task Other_accounts_reveal_on(Engine engine)
    {
        await using var host = await Start(engine, perCard: 1, perAccount: 1);
        using var one = await host.SignUpWith(500);
        using var other = await host.SignUpWith(500);
        await Reveal(one, await one.IssueCard());
        await Reveal(other, await other.IssueCard());
    }

    [DatabaseTheory]
    public async Task Reveals_at_the_same_time_are_counted_one_by_one_and_each_is_audited(Engine engine)
    {
        const int Allowed = 7;
        await using var host = await Start(engine, perCard: 5, perAccount: Allowed);
        using var account = await host.SignUpWith(500);
        string[] cards = [await account.IssueCard(), await account.IssueCard(), await account.IssueCard()];

        var answers = await Task.WhenAll(Enumerable.Range(0, 45).Select(i => account.Api.Get($"/v1/cards/{cards[i % 3]}/pan")));

        Assert.Equal(Allowed, answers.Count(answer => answer.Status == HttpStatusCode.OK));
        Assert.All(answers, answer => Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.TooManyRequests, answer.ToString()));
        var audited = await DatabaseRows.Of(
            host.Database, "SELECT id FROM accounts_audit WHERE action = 'card.pan_revealed'", row => row.GetString(0));
        Assert.Equal(
            answers.Where(answer => answer.Status == HttpStatusCode.OK).Select(answer => answer["audit_id"]).Order(), audited.Order());
    }

    private static Task<TestHost> Start(Engine engine, int perCard, int perAccount) =>
        TestHost.Start(engine, services => services.AddSingleton(new RevealLimits(perCard, perAccount)));

    private static Task<Answer> Reveal(TestAccount account, string card) => TestAccount.Ok(account.Api.Get($"/v1/cards/{card}/pan"));
}
