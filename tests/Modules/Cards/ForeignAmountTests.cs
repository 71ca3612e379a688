using Cryptocardium.Cards.Currencies;
using Cryptocardium.Kernel;

namespace Cryptocardium.Tests.Cards;

public sealed class ForeignAmountTests
{
    private static readonly DateTimeOffset Spring = new(2026, 5, 19, 7, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("JPY", 0)]
    [InlineData("KRW", 0)]
    [InlineData("EUR", 2)]
    [InlineData("KWD", 3)]
    [InlineData("TND", 3)]
    [InlineData("USD", 2)]
    public void Currencies_have_their_decimals(string code, int exponent) => Assert.Equal(exponent, RateTable.Find(code)!.Exponent);

    [Theory]
    [InlineData("XXX")]
    [InlineData("eur")]
    public void Other_codes_have_no_rate(string code) => Assert.Null(RateTable.Find(code));

    [Theory]
    [InlineData("JPY", "1200", 1200L, "1200")]
    [InlineData("JPY", "1200.0", 1200L, "1200")]
    [InlineData("JPY", "1200.5", null, "")]
    [InlineData("EUR", "42.5000", 4250L, "42.50")]
    [InlineData("EUR", "4200", 420000L, "4200.00")]
    [InlineData("EUR", "0.00", 0L, "0.00")]
    [InlineData("EUR", "42.5", 4250L, "42.50")]
    [InlineData("EUR", "42", 4200L, "42.00")]
    [InlineData("EUR", "0.05", 5L, "0.05")]
    [InlineData("EUR", "42.505", null, "")]
    [InlineData("KWD", "4.25", 4250L, "4.250")]
    [InlineData("KWD", "0.001", 1L, "0.001")]
    public void Amounts_are_read_and_written_with_the_currencys_decimals(string code, string text, long? units, string shown)
    {
        var currency = RateTable.Find(code)!;
        Assert.Equal(units, currency.Parse(text));
        Assert.Equal(shown, units is { } parsed ? currency.Text(parsed) : "");
    }

    [Theory]
    [InlineData("2020-01-01", "1.1836")]
    [InlineData("2026-01-01", "1.1836")]
    [InlineData("2026-03-31", "1.1836")]
    [InlineData("2026-04-01", "1.1603")]
    [InlineData("2026-06-30", "1.1603")]
    [InlineData("2026-07-01", "1.1663")]
    [InlineData("2031-01-01", "1.1366")]
    public void A_rate_holds_from_its_day_until_the_next(string day, string rate) => Assert.Equal(
        rate, Rate.Text(RateTable.On(RateTable.Find("EUR")!, DateTimeOffset.Parse(day + "T12:00:00Z", System.Globalization.CultureInfo.InvariantCulture)).Nanos));

    // 42.50 EUR are 49.31275 USD, 1200 JPY are 8.016 USD, and 4.250 KWD are 13.861375 USD.
    [Theory]
    [InlineData("EUR", 4250, 200, "0.99", "50.31")]
    [InlineData("EUR", 4250, 0, "0.00", "49.32")]
    [InlineData("JPY", 1200, 200, "0.17", "8.19")]
    [InlineData("KWD", 4250, 200, "0.28", "14.15")]
    [InlineData("EUR", 0, 200, "0.00", "0.00")]
    [InlineData("USD", 4250, 200, "0.00", "42.50")]
    [InlineData("VND", 1, 200, "0.01", "0.02")]
    public void Dollars_are_rounded_up_to_the_cent_and_contain_the_markup(string code, long units, int markup, string earned, string total)
    {
        var amount = ForeignAmount.Of(RateTable.Find(code)!, units, markup, Spring)!;
        Assert.Equal((Money.Of(earned), Money.Of(total)), (amount.Markup, amount.Total));
    }

    [Fact]
    public void A_total_above_the_largest_amount_is_no_amount() =>
        Assert.Null(ForeignAmount.Of(RateTable.Find("KWD")!, 999_999_999_999_999, 200, Spring));

    [Fact]
    public void Every_currency_converts_on_every_day_of_its_table()
    {
        foreach (var currency in RateTable.Currencies)
        {
            for (var day = Spring.AddYears(-1); day < Spring.AddYears(1); day = day.AddDays(30))
            {
                Assert.True(ForeignAmount.Of(currency, 100 * currency.UnitsPerWhole, 0, day)!.Total > Usd.Zero, currency.Code);
            }
        }
    }
}
