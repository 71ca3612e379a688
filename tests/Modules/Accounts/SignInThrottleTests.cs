using Cryptocardium.Accounts.Passwords;

namespace Cryptocardium.Tests.Accounts;

public sealed class SignInThrottleTests
{
    private readonly FakeTime clock = new();

    [Fact]
    public void One_email_gets_ten_attempts_and_then_one_every_six_seconds()
    {
        var throttle = new SignInThrottle(clock);
        for (var i = 0; i < SignInThrottle.AttemptsPerEmail; i++)
        {
            Assert.Null(throttle.TryAcquire("ada@example.com"));
        }

        Assert.Equal(6, throttle.TryAcquire("ada@example.com"));
        Assert.Null(throttle.TryAcquire("bob@example.com"));

        clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(2, throttle.TryAcquire("ada@example.com"));
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Null(throttle.TryAcquire("ada@example.com"));
    }

    [Fact]
    public void Attempts_that_were_refused_do_not_lengthen_the_wait()
    {
        var throttle = new SignInThrottle(clock);
        for (var i = 0; i < 1_000; i++)
        {
            throttle.TryAcquire("ada@example.com");
            clock.Advance(TimeSpan.FromMilliseconds(10));
        }

        clock.Advance(SignInThrottle.RefillPerEmail);
        Assert.Null(throttle.TryAcquire("ada@example.com"));
    }

    [Fact]
    public void A_successful_sign_in_resets_the_throttle()
    {
        var throttle = new SignInThrottle(clock);
        for (var i = 0; i < 2 * SignInThrottle.AttemptsPerEmail; i++)
        {
            Assert.Null(throttle.TryAcquire("ada@example.com"));
            throttle.Succeeded("ada@example.com");
        }
    }

    [Fact]
    public void Guessing_many_emails_is_slowed_as_well()
    {
        var throttle = new SignInThrottle(clock);
        for (var i = 0; i < SignInThrottle.AttemptsInAll; i++)
        {
            Assert.Null(throttle.TryAcquire($"customer-{i}@example.com"));
        }

        Assert.Equal(1, throttle.TryAcquire("another@example.com"));
        clock.Advance(SignInThrottle.RefillInAll);
        Assert.Null(throttle.TryAcquire("another@example.com"));
    }

    [Fact]
    public void Guessing_one_email_leaves_the_attempts_of_the_others()
    {
        var throttle = new SignInThrottle(clock);
        for (var i = 0; i < 2 * SignInThrottle.AttemptsInAll; i++)
        {
            throttle.TryAcquire("ada@example.com");
        }

        Assert.Null(throttle.TryAcquire("bob@example.com"));
    }

    [Fact]
    public void An_attempt_that_is_one_too_many_in_all_takes_none_from_its_email()
    {
        var throttle = new SignInThrottle(clock);
        for (var i = 0; i < SignInThrottle.AttemptsInAll; i++)
        {
            throttle.TryAcquire($"customer-{i}@example.com");
        }

        for (var i = 0; i < 2 * SignInThrottle.AttemptsPerEmail; i++)
        {
            Assert.Equal(1, throttle.TryAcquire("ada@example.com"));
        }

        clock.Advance(SignInThrottle.AttemptsPerEmail * SignInThrottle.RefillInAll);
        for (var i = 0; i < SignInThrottle.AttemptsPerEmail; i++)
        {
            Assert.Null(throttle.TryAcquire("ada@example.com"));
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-2)]
    [InlineData(264)]
    [InlineData(-264)]
    public void A_wall_clock_that_was_corrected_changes_no_wait(int hours)
    {
        var throttle = new SignInThrottle(clock);
        for (var i = 0; i < SignInThrottle.AttemptsPerEmail; i++)
        {
            throttle.TryAcquire("ada@example.com");
        }

        clock.SetBack(TimeSpan.FromHours(hours));

        Assert.Equal(6, throttle.TryAcquire("ada@example.com"));
        clock.Advance(SignInThrottle.RefillPerEmail);
        Assert.Null(throttle.TryAcquire("ada@example.com"));
    }
}
