using System.Globalization;
using Cryptocardium.Cards.Domain;

namespace Cryptocardium.Tests.Cards;

public sealed class UsageTests
{
    // Columns: time of a purchase of 10.00, time of the query, amounts and counts of day, week, month, year and lifetime. 2026-05-18 is a Monday.
    [Theory]
    [InlineData("2026-05-19T00:00:00Z", "2026-05-19T23:59:59Z", "10.00 10.00 10.00 10.00 10.00", "1 1 1 1 1")]
    [InlineData("2026-05-19T23:59:59Z", "2026-05-20T00:00:00Z", "0.00 10.00 10.00 10.00 10.00", "0 1 1 1 1")]
    [InlineData("2026-05-18T00:00:00Z", "2026-05-24T23:59:59Z", "0.00 10.00 10.00 10.00 10.00", "0 1 1 1 1")]
    [InlineData("2026-05-24T23:59:59Z", "2026-05-25T00:00:00Z", "0.00 0.00 10.00 10.00 10.00", "0 0 1 1 1")]
    [InlineData("2026-05-31T23:59:59Z", "2026-06-01T00:00:00Z", "0.00 0.00 0.00 10.00 10.00", "0 0 0 1 1")]
    [InlineData("2026-04-30T12:00:00Z", "2026-05-01T00:00:00Z", "0.00 10.00 0.00 10.00 10.00", "0 1 0 1 1")]
    [InlineData("2026-12-31T23:59:59Z", "2027-01-01T00:00:00Z", "0.00 10.00 0.00 0.00 10.00", "0 1 0 0 1")]
    [InlineData("2026-05-19T00:00:00Z", "2027-05-19T00:00:00Z", "0.00 0.00 0.00 0.00 10.00", "0 0 0 0 1")]
    public void Each_period_begins_again_by_the_calendar(string spentAt, string seenAt, string amounts, string counts)
    {
        var usage = Usage.None.Spend(Money.Of("10.00"), 1, Time(spentAt)).At(Time(seenAt));
        Assert.Equal((amounts, counts), (Show(usage), Counts(usage)));
    }

    // A purchase of 30.00, an increment of 20.00 later, and a reversal of 50.00, which is deducted from the periods of the purchase.
    [Theory]
    [InlineData("2026-05-19T08:00:00Z", "2026-05-19T09:00:00Z", "2026-05-19T10:00:00Z", "0.00 0.00 0.00 0.00 0.00", "0 0 0 0 0")]
    [InlineData("2026-05-19T08:00:00Z", "2026-05-19T09:00:00Z", "2026-05-20T10:00:00Z", "0.00 0.00 0.00 0.00 0.00", "0 0 0 0 0")]
    [InlineData("2026-05-19T08:00:00Z", "2026-05-20T09:00:00Z", "2026-05-20T10:00:00Z", "20.00 0.00 0.00 0.00 0.00", "0 0 0 0 0")]
    [InlineData("2026-05-31T08:00:00Z", "2026-06-01T09:00:00Z", "2026-06-01T10:00:00Z", "20.00 20.00 20.00 0.00 0.00", "0 0 0 0 0")]
    public void A_reversal_is_deducted_from_the_periods_of_its_purchase(string madeAt, string moreAt, string backAt, string amounts, string counts)
    {
        var usage = Usage.None
            .Spend(Money.Of("30.00"), 1, Time(madeAt))
            .Spend(Money.Of("20.00"), 0, Time(moreAt))
            .GiveBack(Money.Of("50.00"), 1, Time(madeAt), Time(backAt));
        Assert.Equal(amounts, Show(usage));
        Assert.Equal(counts, Counts(usage));
    }

    [Fact]
    public void A_reversal_of_another_days_purchase_leaves_this_day_alone()
    {
        var usage = Usage.None
            .Spend(Money.Of("30.00"), 1, Time("2026-05-19T08:00:00Z"))
            .Spend(Money.Of("5.00"), 1, Time("2026-05-20T08:00:00Z"))
            .GiveBack(Money.Of("30.00"), 1, Time("2026-05-19T08:00:00Z"), Time("2026-05-20T09:00:00Z"));
        Assert.Equal("5.00 5.00 5.00 5.00 5.00", Show(usage));
        Assert.Equal("1 1 1 1 1", Counts(usage));
    }

    [Fact]
    public void A_clock_that_is_behind_begins_no_period_again()
    {
        var usage = Usage.None
            .Spend(Money.Of("10.00"), 1, Time("2026-06-01T00:00:01Z"))
            .Spend(Money.Of("5.00"), 1, Time("2026-05-31T23:59:59Z"));
        Assert.Equal("15.00 15.00 15.00 15.00 15.00", Show(usage));
        Assert.Equal(Time("2026-06-01T00:00:01Z"), usage.CountedAt);
    }

    [Fact]
    public void Nothing_that_comes_back_makes_less_than_nothing() => Assert.Equal(
        "0.00 0.00 0.00 0.00 0.00",
        Show(Usage.None.GiveBack(Money.Of("10.00"), 1, Time("2026-05-19T08:00:00Z"), Time("2026-05-19T09:00:00Z"))));

    // Columns: after_purchases, at, purchases made, time at which the card is cancelled.
    [Theory]
    [InlineData(null, null, 5, null)]
    [InlineData(2, null, 1, null)]
    [InlineData(2, null, 2, "2026-05-19T08:00:00Z")]
    [InlineData(2, null, 3, "2026-05-19T08:00:00Z")]
    [InlineData(null, "2026-06-01T00:00:00Z", 5, "2026-06-01T00:00:00Z")]
    [InlineData(2, "2026-06-01T00:00:00Z", 1, "2026-06-01T00:00:00Z")]
    [InlineData(2, "2026-06-01T00:00:00Z", 2, "2026-05-19T08:00:00Z")]
    [InlineData(2, "2026-05-01T00:00:00Z", 2, "2026-05-01T00:00:00Z")]
    public void A_card_cancels_itself_at_whatever_comes_first(int? afterPurchases, string? at, int made, string? expected)
    {
        var usage = Usage.None with { CountedAt = Time("2026-05-19T08:00:00Z"), LifetimeCount = made };
        var due = new AutoCancel(afterPurchases, at is null ? null : Time(at)).DueAt(usage);
        Assert.Equal(expected is null ? null : Time(expected), due);
    }

    private static string Show(Usage usage) => $"{usage.Day} {usage.Week} {usage.Month} {usage.Year} {usage.Lifetime}";

    private static string Counts(Usage usage) =>
        $"{usage.DayCount} {usage.WeekCount} {usage.MonthCount} {usage.YearCount} {usage.LifetimeCount}";

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
