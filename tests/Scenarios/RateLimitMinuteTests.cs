using System.Globalization;
using System.Net;
using Cryptocardium.Kernel.Data;
using Xunit;

namespace Cryptocardium.Tests.Scenarios;

// One credential sends 200 requests per second for a minute. The test computes from the accepted requests how many may pass.
public sealed class RateLimitMinuteTests
{
    private const int PerSecond = 60;
    private const int PerMinute = 1_000;
    private const int LongestWait = 3_600;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = Second / 200;
    private static readonly TimeSpan MinuteSlot = TimeSpan.FromSeconds(2); // calls that close together leave the window together

    private readonly List<DateTimeOffset> passed = [];

    [Fact]
    public async Task A_client_that_waits_as_told_gets_every_call_that_the_documentation_promises()
    {
        await using var host = await TestHost.Start(Engine.Sqlite, "--RateLimits:Scale=1");
        using var account = await host.SignUp();
        var start = host.Clock.GetUtcNow();
        while (host.Clock.GetUtcNow() - start < Minute)
        {
            var answer = await account.Api.Get("/v1/balance");
            if (answer.Status == HttpStatusCode.OK)
            {
                Passed(host.Clock.GetUtcNow(), answer);
                host.Clock.Advance(Pause);
            }
            else
            {
                var wait = Refused(host.Clock.GetUtcNow(), answer);
                host.Clock.Advance(TimeSpan.FromSeconds(wait));
                var next = await account.Api.Get("/v1/balance");
                Assert.Equal(HttpStatusCode.OK, next.Status);
                Passed(host.Clock.GetUtcNow(), next);
                host.Clock.Advance(Pause);
            }
        }

        Assert.Equal(PerMinute, passed.Count(time => time < start + Minute));
    }

    [Fact]
    public async Task A_client_that_keeps_calling_gets_no_more_and_is_told_each_time_how_long_to_wait()
    {
        await using var host = await TestHost.Start(Engine.Sqlite, "--RateLimits:Scale=1");
        using var account = await host.SignUp();
        var (start, end, wait) = (host.Clock.GetUtcNow(), DateTimeOffset.MinValue, 0);
        for (; host.Clock.GetUtcNow() - start < Minute; host.Clock.Advance(Pause))
        {
            var answer = await account.Api.Get("/v1/balance");
            if (answer.Status == HttpStatusCode.OK)
            {
                Passed(host.Clock.GetUtcNow(), answer);
                continue;
            }

            (var before, wait) = (end, Told(host.Clock.GetUtcNow(), answer, PerSecond));
            end = host.Clock.GetUtcNow().AddSeconds(wait);
            Assert.InRange(end, before, start + Minute + TimeSpan.FromSeconds(LongestWait));
        }

        Assert.Equal((PerSecond, LongestWait), (passed.Count, wait));
        host.Clock.Advance(end - host.Clock.GetUtcNow());
        Assert.Equal(HttpStatusCode.OK, (await account.Api.Get("/v1/balance")).Status);
    }

    [Fact]
    public async Task Three_impatient_retries_wait_longer_each_time_and_then_pass()
    {
        await using var host = await TestHost.Start(Engine.Sqlite, "--RateLimits:Scale=1");
        using var account = await host.SignUp();
        var waits = new List<int>();
        for (var call = 0; call < PerSecond; call++)
        {
            await TestAccount.Ok(account.Api.Get("/v1/balance"));
        }

        for (var retry = 0; retry <= 3; retry++)
        {
            host.Clock.Advance(TimeSpan.FromSeconds(waits.LastOrDefault()) / 2);
            waits.Add(Told(host.Clock.GetUtcNow(), await account.Api.Get("/v1/balance"), PerSecond));
        }

        Assert.Equal([1, 2, 4, 8], waits);
        host.Clock.Advance(TimeSpan.FromSeconds(waits[^1]));
        await TestAccount.Ok(account.Api.Get("/v1/balance"));
    }

    private void Passed(DateTimeOffset now, Answer answer)
    {
        passed.Add(now);
        Assert.InRange(In(Second, now), 1, PerSecond);
        Assert.InRange(In(Minute, now), 1, PerMinute);
        Assert.Equal((PerMinute, PerMinute - In(Minute, now), Unix(now + Minute)), Headers(answer));
    }

    // Requires that the refusal was necessary and its Retry-After hardly longer than needed.
    private int Refused(DateTimeOffset now, Answer answer)
    {
        var (second, minute) = (Rest(PerSecond, Second, now), Rest(PerMinute, Minute, now));
        var (limit, rest) = minute > second ? (PerMinute, minute) : (PerSecond, second);
        var wait = Told(now, answer, limit);
        Assert.True(rest > TimeSpan.Zero, $"Refused at {now:O}, though only {In(Minute, now)} have passed.");
        Assert.InRange(wait, (int)Math.Ceiling(rest.TotalSeconds), (int)Math.Ceiling((rest + MinuteSlot).TotalSeconds));
        return wait;
    }

    private static int Told(DateTimeOffset now, Answer answer, int limit)
    {
        Assert.Equal((HttpStatusCode.TooManyRequests, "rate_limited"), (answer.Status, answer.Code));
        var wait = int.Parse(answer.Header("Retry-After")!, CultureInfo.InvariantCulture);
        Assert.Equal((limit, 0, Unix(now.AddSeconds(wait))), Headers(answer));
        return wait;
    }

    private int In(TimeSpan window, DateTimeOffset now) => passed.Count(time => now - time < window);

    private TimeSpan Rest(int limit, TimeSpan window, DateTimeOffset now) => In(window, now) < limit ? TimeSpan.Zero : passed[^limit] + window - now;

    private static (int Limit, int Remaining, long Reset) Headers(Answer answer) =>
        (Number(answer, "X-RateLimit-Limit"), Number(answer, "X-RateLimit-Remaining"), Number(answer, "X-RateLimit-Reset"));

    private static int Number(Answer answer, string header) => int.Parse(answer.Header(header)!, CultureInfo.InvariantCulture);

    private static long Unix(DateTimeOffset moment) => (long)Math.Ceiling((moment - DateTimeOffset.UnixEpoch).TotalSeconds);
}
