using Cryptocardium.Kernel;
using Cryptocardium.Tests;

namespace Cryptocardium.Modules.Tests.Kernel;

public sealed class IdTimeTests
{
    private static readonly DateTimeOffset Time = new(2027, 5, 4, 3, 2, 1, TimeSpan.Zero);

    [Theory]
    [InlineData(0)]
    [InlineData(2 * 24 * 60 - 1)]
    [InlineData(-59)]
    public void An_id_stands_between_the_bounds_of_its_time_also_where_the_clock_was_set_back(int minutes)
    {
        var id = IdAt(minutes);
        Assert.True(string.CompareOrdinal(IdTime.First("tx", Time), id) < 0);
        Assert.True(string.CompareOrdinal(id, IdTime.Last("tx", Time)) < 0);
    }

    [Fact]
    public void An_id_of_long_before_or_after_stands_outside()
    {
        var before = IdAt(-61);
        var after = IdAt(2 * 24 * 60 + 1);
        Assert.True(string.CompareOrdinal(before, IdTime.First("tx", Time)) < 0);
        Assert.True(string.CompareOrdinal(IdTime.Last("tx", Time), after) < 0);
    }

    [Fact]
    public void Every_time_that_can_be_asked_for_has_bounds()
    {
        Assert.Equal("tx_000000000000", IdTime.First("tx", DateTimeOffset.MinValue));
        Assert.Equal("tx_000000000000", IdTime.Last("tx", DateTimeOffset.MinValue));
        Assert.Equal(IdTime.First("tx", Time).Length, IdTime.Last("tx", DateTimeOffset.MaxValue).Length);
    }

    private static string IdAt(int minutes)
    {
        var clock = new FakeTime();
        clock.Advance(Time.AddMinutes(minutes) - clock.GetUtcNow());
        return new IdSource(clock).NewText("tx");
    }
}
