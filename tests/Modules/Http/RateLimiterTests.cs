using System.Net;
using Cryptocardium.Host.Http.Limits;
using Cryptocardium.Kernel.Postgres;
using Cryptocardium.Tests;

namespace Cryptocardium.Modules.Tests.Http;

public sealed class RateLimiterTests
{
    private static readonly LimitKey Session = LimitKey.Of("ssn_1");

    private readonly FakeTime clock = new();

    [Fact]
    public void Sixty_calls_pass_in_a_second_and_the_next_waits_for_one()
    {
        var limiter = new MemoryLimiter(clock, 1);
        var first = Take(limiter, Session);
        for (var i = 1; i < 60; i++)
        {
            Assert.True(Take(limiter, Session).IsAllowed);
        }

        var refused = Take(limiter, Session);

        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        Assert.Equal(new LimitVerdict(1_000, 999, now + 60, null), first);
        Assert.Equal(new LimitVerdict(60, 0, now + 1, 1), refused);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(Take(limiter, Session).IsAllowed);
    }

    [Fact]
    public void The_minute_and_the_day_have_limits_of_their_own()
    {
        var limiter = new MemoryLimiter(clock, 1);
        Assert.Equal(1_000, Admitted(limiter, Session, TimeSpan.FromMilliseconds(50), 1_010));

        var days = new MemoryLimiter(clock, 1);
        Assert.Equal(50_000, Admitted(days, Session, TimeSpan.FromMilliseconds(100), 50_100));
    }

    [Fact]
    public void In_no_window_more_than_the_limit_passes()
    {
        var random = new Random(20260519);
        var limiter = new MemoryLimiter(clock, 1);
        var passed = new List<DateTimeOffset>();
        for (var i = 0; i < 20_000; i++)
        {
            clock.Advance(TimeSpan.FromMilliseconds(random.Next(100) < 95 ? random.Next(4) : random.Next(3_000)));
            var verdict = Take(limiter, Session);
            if (verdict.IsAllowed)
            {
                passed.Add(clock.GetUtcNow());
            }
            else
            {
                clock.Advance(TimeSpan.FromSeconds(verdict.RetryAfterSeconds!.Value));
            }
        }

        Assert.All(Enumerable.Range(0, passed.Count - 60), i => Assert.True(passed[i + 60] - passed[i] >= TimeSpan.FromSeconds(1)));
        Assert.All(Enumerable.Range(0, passed.Count - 1_000), i => Assert.True(passed[i + 1_000] - passed[i] >= TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void A_client_that_does_not_wait_waits_twice_as_long_up_to_an_hour()
    {
        var limiter = new MemoryLimiter(clock, 1);
        Admitted(limiter, Session, TimeSpan.Zero, 60);

        var waits = Enumerable.Range(0, 14).Select(_ => Impatient(limiter)).ToList();

        Assert.Equal([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1_024, 2_048, 3_600, 3_600], waits);
    }

    [Fact]
    public void Calls_soon_after_a_refusal_cost_seconds_and_not_hours()
    {
        var limiter = new MemoryLimiter(clock, 1);
        Admitted(limiter, Session, TimeSpan.Zero, 60);

        var waits = Enumerable.Range(0, 40).Select(_ => Take(limiter, Session).RetryAfterSeconds!.Value).ToList();

        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], waits[..10]);
        Assert.All(waits[10..], wait => Assert.Equal(11, wait));
    }

    [Fact]
    public void Calls_that_were_in_flight_wait_no_longer_than_the_window()
    {
        var limiter = new MemoryLimiter(clock, 1);
        Admitted(limiter, Session, TimeSpan.Zero, 60);
        for (var call = 0; call < 30; call++)
        {
            Assert.Equal(1, Take(limiter, Session, isInFlight: true).RetryAfterSeconds);
            clock.Advance(TimeSpan.FromMilliseconds(20));
        }

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(Take(limiter, Session).IsAllowed);
    }

    [Fact]
    public void Calls_a_second_after_a_refusal_were_not_in_flight()
    {
        var limiter = new MemoryLimiter(clock, 1);
        Admitted(limiter, Session, TimeSpan.Zero, 60);
        Take(limiter, Session);
        clock.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Equal(1, Take(limiter, Session, isInFlight: true).RetryAfterSeconds);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(2, Take(limiter, Session, isInFlight: true).RetryAfterSeconds);
    }

    [Fact]
    public void Calls_accepted_by_other_nodes_count_and_more_than_they_know_of_do_not_pass()
    {
        var (one, other) = (new MemoryLimiter(clock, 1), new MemoryLimiter(clock, 1));
        var passed = 0;
        while (Beside(one) is { IsAllowed: true } || Beside(other) is { IsAllowed: true })
        {
            passed++;
            if (passed % 5 == 0)
            {
                Tell(one, other);
                Tell(other, one);
            }
        }

        Assert.InRange(passed, 60, 63);
        Assert.Equal((0, 0), (Beside(one)!.Value.Remaining, Beside(other)!.Value.Remaining));
    }

    [Fact]
    public void News_say_themselves_in_texts_that_can_be_sent()
    {
        (LimitKey Key, int Calls)[] passed =
        [
            (LimitKey.Of(IPAddress.Parse("2001:db8::1")), 3), .. Enumerable.Range(0, 1_000).Select(i => (LimitKey.Of($"ssn_{i:x24}"), i + 1)),
        ];

        var texts = new LimitUpdate("node_1", 7, passed).Texts().ToList();

        Assert.All(texts, text => Assert.InRange(text.Length, 1, NodeChannel.TextBytesMax));
        var heard = texts.Select(LimitUpdate.Parse).ToList();
        Assert.Equal(passed, heard.SelectMany(news => news.Passed));
        Assert.Equal([7L], heard.Select(news => news.Round).Where(round => round != 0));
        Assert.Equal(7, heard[^1].Round);
    }

    [Fact]
    public void A_quiet_minute_takes_one_level_back()
    {
        var limiter = new MemoryLimiter(clock, 1);
        Admitted(limiter, Session, TimeSpan.Zero, 60);
        Assert.Equal(4, Enumerable.Range(0, 3).Select(_ => Impatient(limiter)).ToList()[^1]);

        clock.Advance(TimeSpan.FromMinutes(1));
        Admitted(limiter, Session, TimeSpan.Zero, 60);

        Assert.Equal(2, Take(limiter, Session).RetryAfterSeconds);
    }

    [Fact]
    public void Calls_without_a_credential_count_per_address_and_have_less()
    {
        var limiter = new MemoryLimiter(clock, 1);

        Assert.Equal(20, Admitted(limiter, LimitKey.Of(IPAddress.Parse("192.0.2.1")), TimeSpan.Zero, 30));
        Assert.Equal(20, Admitted(limiter, LimitKey.Of(IPAddress.Parse("192.0.2.2")), TimeSpan.Zero, 30));
    }

    [Theory]
    [InlineData("2001:db8::1", "2001:db8::ffff:1", true)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:2::1", false)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    public void An_IPv6_network_is_one_address(string one, string other, bool same) =>
        Assert.Equal(same, LimitKey.Of(IPAddress.Parse(one)) == LimitKey.Of(IPAddress.Parse(other)));

    [Fact]
    public void The_scale_multiplies_every_limit() =>
        Assert.Equal(600, Admitted(new MemoryLimiter(clock, 10), Session, TimeSpan.Zero, 700));

    [Fact]
    public void The_table_is_bounded_and_keeps_who_called_last()
    {
        var limiter = new MemoryLimiter(clock, 1);
        Take(limiter, LimitKey.Of("first"));
        for (var i = 0; i < MemoryLimiter.KeysMax + 10; i++)
        {
            clock.Advance(TimeSpan.FromMilliseconds(1));
            Take(limiter, LimitKey.Of($"ssn_{i}"));
        }

        Assert.InRange(limiter.Keys, 1, MemoryLimiter.KeysMax);
        Assert.Equal(998, Take(limiter, LimitKey.Of($"ssn_{MemoryLimiter.KeysMax + 9}")).Remaining);
    }

    // Advances the clock by the latency of a response.
    private int Impatient(MemoryLimiter limiter)
    {
        var wait = Take(limiter, Session).RetryAfterSeconds!.Value;
        clock.Advance(TimeSpan.FromMilliseconds(250));
        return wait;
    }

    private static LimitVerdict? Beside(MemoryLimiter limiter) => limiter.Acquire(Session, isInFlight: false, otherNodes: 1);

    private static void Tell(MemoryLimiter from, MemoryLimiter to)
    {
        foreach (var (key, meter) in from.DrainReports().ToList())
        {
            to.Add(key, meter.BeginReport());
            meter.EndReport();
        }
    }

    private int Admitted(MemoryLimiter limiter, LimitKey key, TimeSpan pause, int calls)
    {
        for (var admitted = 0; admitted < calls; admitted++)
        {
            if (!Take(limiter, key).IsAllowed)
            {
                return admitted;
            }

            clock.Advance(pause);
        }

        return calls;
    }

    private static LimitVerdict Take(MemoryLimiter limiter, LimitKey key, bool isInFlight = false)
    {
        var taken = limiter.Acquire(key, isInFlight, CancellationToken.None).AsTask();
        Assert.True(taken.IsCompletedSuccessfully);
        return taken.Result;
    }
}
