using Cryptocardium.Kernel;
using Xunit;

namespace Cryptocardium.Modules.Tests.Kernel;

public sealed class IdTimeTests
{
    private static readonly DateTimeOffset Time = new(2026, 5, 4, 3, 2, 1, TimeSpan.Zero);

    [Theory]
    [InlineData(0)]
    [InlineData(59)]
    [InlineData(-59)]
    public void An_id_stands_between_the_bounds_of_its_time_also_where_clocks_differ(int minutes)
    {
        var id = new IdSource(new FakeTime(Time.AddMinutes(minutes))).NewText("tx");
        Assert.True(string.CompareOrdinal(IdTime.First("tx", Time), id) < 0);
        Assert.True(string.CompareOrdinal(id, IdTime.Last("tx", Time)) < 0);
    }

    [Fact]
    public void An_id_of_long_before_or_after_stands_outside()
    {
        var before = new IdSource(new FakeTime(Time.AddMinutes(-61))).NewText("tx");
        var after = new IdSource(new FakeTime(Time.AddMinutes(61))).NewText("tx");
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
}
