using Cryptocardium.Accounts.Data;
using Cryptocardium.Accounts.Sessions;
using Cryptocardium.Kernel;

namespace Cryptocardium.Tests.Accounts;

public sealed class LiveSessionsTests
{
    private readonly FakeTime clock = new();

    [Fact]
    public void A_session_lives_twelve_hours_after_its_last_use_and_thirty_days_at_most()
    {
        var session = New();
        for (var day = 0; day < 59; day++)
        {
            clock.Advance(TimeSpan.FromHours(12) - TimeSpan.FromSeconds(1));
            Assert.False(session.IsExpired(clock.GetUtcNow()));
            session.Use(clock.GetUtcNow());
        }

        clock.Advance(TimeSpan.FromHours(11));
        Assert.False(session.IsExpired(clock.GetUtcNow()));
        session.Use(clock.GetUtcNow());
        clock.Advance(TimeSpan.FromHours(2));
        Assert.True(session.IsExpired(clock.GetUtcNow()));
    }

    [Fact]
    public void Idle_for_twelve_hours_it_has_expired()
    {
        var session = New();

        clock.Advance(TimeSpan.FromHours(12));

        Assert.True(session.IsExpired(clock.GetUtcNow()));
    }

    [Fact]
    public void A_use_is_written_down_every_five_minutes_at_most()
    {
        var session = New();
        var written = 0;
        for (var second = 0; second < 3_600; second++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            written += session.Use(clock.GetUtcNow()) ? 1 : 0;
        }

        Assert.Equal(12, written);
    }

    [Fact]
    public void Uses_are_taken_once_and_in_batches()
    {
        var sessions = new SessionCache(clock);
        for (var i = 0; i < 5; i++)
        {
            sessions.RecordUse(New($"ssn_{i}"));
        }

        Assert.Equal(3, sessions.DrainUses(3).Count);
        Assert.Equal(2, sessions.DrainUses(3).Count);
        Assert.False(sessions.HasUses);
    }

    [Fact]
    public void A_revoked_session_is_not_judged_from_memory_again()
    {
        var sessions = new SessionCache(clock);
        var hash = new TokenHash(1, 2);
        sessions.Add(hash, New());

        sessions.Bypass(hash);
        sessions.Add(hash, New());

        Assert.False(sessions.IsCacheable(hash));
    }

    private CachedSession New(string id = "ssn_1") =>
        new(new SessionId(id), new AccountId("acc_1"), clock.GetUtcNow(), clock.GetUtcNow());
}
