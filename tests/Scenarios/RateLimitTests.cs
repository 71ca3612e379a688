using System.Globalization;
using System.Net;
using Cryptocardium.Kernel.Data;
using Xunit;

namespace Cryptocardium.Tests.Scenarios;

public sealed class RateLimitTests
{
    private const int Burst = 60;
    private const int PerMinute = 1_000;

    [Fact]
    public async Task The_sixty_first_call_in_a_second_waits()
    {
        await using var host = await TestHost.Start(Engine.Sqlite, "--RateLimits:Scale=1");
        using var account = await host.SignUp();

        for (var call = 1; call <= Burst; call++)
        {
            var answer = await account.Api.Get("/v1/balance");
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.Equal("1000", answer.Header("X-RateLimit-Limit"));
            Assert.Equal(Text(PerMinute - call), answer.Header("X-RateLimit-Remaining"));
        }

        var refused = await account.Api.Get("/v1/balance");
        Assert.Equal(((HttpStatusCode)429, "rate_limited"), (refused.Status, refused.Code));
        Assert.Equal("60", refused.Header("X-RateLimit-Limit"));
        Assert.Equal("0", refused.Header("X-RateLimit-Remaining"));
        var wait = int.Parse(refused.Header("Retry-After")!, CultureInfo.InvariantCulture);
        Assert.InRange(wait, 1, 2);
        host.Clock.Advance(TimeSpan.FromSeconds(wait));
        Assert.Equal(HttpStatusCode.OK, (await account.Api.Get("/v1/balance")).Status);
    }

    [Fact]
    public async Task No_more_than_a_thousand_pass_in_any_minute()
    {
        await using var host = await TestHost.Start(Engine.Sqlite, "--RateLimits:Scale=1");
        using var account = await host.SignUp();

        var passed = 0;
        for (var second = 0; second < 59; second++)
        {
            for (var call = 0; call < 25; call++)
            {
                passed += (await account.Api.Get("/v1/balance")).Status == HttpStatusCode.OK ? 1 : 0;
            }

            host.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(PerMinute, passed);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
