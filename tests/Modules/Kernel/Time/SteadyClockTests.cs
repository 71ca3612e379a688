using Cryptocardium.Kernel.Time;
using Cryptocardium.Tests;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cryptocardium.Modules.Tests.Kernel;

public sealed class SteadyClockTests
{
    private readonly FakeTime machine = new();
    private TimeSpan slept;

    [Theory]
    [InlineData(2)]
    [InlineData(-2)]
    [InlineData(264)]
    [InlineData(-264)]
    public void A_jump_of_the_wall_clock_is_not_followed(int hours)
    {
        var clock = Started();
        var before = clock.GetUtcNow();

        machine.SetBack(TimeSpan.FromHours(-hours));
        machine.Advance(TimeSpan.FromMinutes(10));

        Assert.InRange((clock.GetUtcNow() - before - TimeSpan.FromMinutes(10)).Duration(), TimeSpan.Zero, TimeSpan.FromSeconds(0.6));
        Assert.InRange((Started().GetUtcNow() - before - TimeSpan.FromMinutes(10) - TimeSpan.FromHours(hours)).Duration(), TimeSpan.Zero, TimeSpan.Zero);
    }

    [Fact]
    public void The_corrections_of_a_time_server_are_followed()
    {
        var clock = Started();
        for (var second = 0; second < 3_600; second++)
        {
            machine.Advance(TimeSpan.FromSeconds(1));
            machine.SetBack(TimeSpan.FromMicroseconds(500));
            Assert.Equal(machine.GetUtcNow(), clock.GetUtcNow());
        }
    }

    [Fact]
    public void The_time_never_goes_back()
    {
        var clock = Started();
        var last = (clock.GetUtcNow(), clock.GetTimestamp());
        for (var i = 0; i < 1_000; i++)
        {
            machine.Advance(TimeSpan.FromMilliseconds(i % 7 * 300));
            machine.SetBack(TimeSpan.FromSeconds(i % 3 - 1));
            var now = (clock.GetUtcNow(), clock.GetTimestamp());
            Assert.True(now.Item1 >= last.Item1 && now.Item2 >= last.Item2);
            last = now;
        }
    }

    [Fact]
    public void The_sleep_of_the_machine_counts()
    {
        var clock = Started();
        var (before, start) = (clock.GetUtcNow(), clock.GetTimestamp());

        slept = TimeSpan.FromHours(8);
        machine.SetBack(-slept);
        machine.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(before + slept + TimeSpan.FromSeconds(2), clock.GetUtcNow());
        Assert.Equal(slept + TimeSpan.FromSeconds(2), clock.GetElapsedTime(start));
    }

    [Fact]
    public void Without_an_uptime_a_jump_forward_is_a_sleep_and_a_jump_back_is_not_followed()
    {
        var clock = new SteadyClock(machine, () => null, NullLogger.Instance);
        var before = clock.GetUtcNow();
        machine.Advance(TimeSpan.FromSeconds(2));
        machine.SetBack(TimeSpan.FromHours(2));
        Assert.InRange(clock.GetUtcNow() - before, TimeSpan.FromSeconds(1.9), TimeSpan.FromSeconds(2));

        machine.Advance(TimeSpan.FromSeconds(2));
        machine.SetBack(TimeSpan.FromHours(-10));
        Assert.Equal(machine.GetUtcNow(), clock.GetUtcNow());
    }

    [Fact]
    public void An_uptime_that_cannot_be_read_for_a_while_goes_on_by_the_monotonic_clock()
    {
        var start = machine.GetTimestamp();
        var canRead = true;
        var clock = new SteadyClock(machine, () => canRead ? machine.GetElapsedTime(start) + slept : throw new IOException(), NullLogger.Instance);
        var before = clock.GetUtcNow();

        canRead = false;
        machine.Advance(TimeSpan.FromSeconds(5));
        machine.SetBack(TimeSpan.FromHours(-2));
        Assert.InRange(clock.GetUtcNow() - before, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5.1));

        canRead = true;
        machine.Advance(TimeSpan.FromSeconds(5));
        Assert.InRange(clock.GetUtcNow() - before, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10.1));
    }

    [Fact]
    public void A_wall_clock_that_differs_is_a_warning_once_an_hour()
    {
        using var logs = new CapturedLogs();
        var clock = Started(logs);
        machine.SetBack(TimeSpan.FromSeconds(-0.5));
        Pass(clock, TimeSpan.FromMinutes(1));
        Assert.Equal("", logs.Text);

        machine.SetBack(TimeSpan.FromSeconds(-3_600));
        Pass(clock, TimeSpan.FromMinutes(59));
        var warning = Assert.Single(logs.Text.Split('\n'));
        Assert.StartsWith("Warning: The wall clock is 3600 s ahead of the clock of this process", warning, StringComparison.Ordinal);

        Pass(clock, TimeSpan.FromMinutes(2));
        Assert.Equal(2, logs.Text.Split('\n').Length);
    }

    private void Pass(SteadyClock clock, TimeSpan time)
    {
        for (var second = 0; second < time.TotalSeconds; second++)
        {
            machine.Advance(TimeSpan.FromSeconds(1));
            clock.GetUtcNow();
        }
    }

    private SteadyClock Started(ILogger? logger = null)
    {
        var start = machine.GetTimestamp();
        return new(machine, () => machine.GetElapsedTime(start) + slept, logger ?? NullLogger.Instance);
    }
}
