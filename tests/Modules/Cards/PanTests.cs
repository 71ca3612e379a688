using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;

namespace Cryptocardium.Tests.Cards;

public sealed class PanTests
{
    [Theory]
    [InlineData("79927398713", true)]
    [InlineData("79927398710", false)]
    [InlineData("4111111111111111", true)]
    [InlineData("4111111111111112", false)]
    [InlineData("1411111111111111", false)]
    [InlineData("5555555555554444", true)]
    [InlineData("0", true)]
    public void Luhn_tells_valid_numbers(string digits, bool valid) => Assert.Equal(valid, Luhn.IsValid(digits));

    [Theory]
    [InlineData("7992739871", '3')]
    [InlineData("411111111111111", '1')]
    [InlineData("555555555555444", '4')]
    [InlineData("000000000000000", '0')]
    public void The_check_digit_makes_a_number_valid(string digits, char expected)
    {
        Assert.Equal(expected, Luhn.CheckDigit(digits));
        Assert.True(Luhn.IsValid(digits + expected));
    }

    [Fact]
    public void A_drawn_number_is_valid_begins_with_its_bin_and_has_16_digits()
    {
        var random = new IdSource(new FakeTime());
        foreach (var bin in BinCatalogue.All)
        {
            for (var i = 0; i < 200; i++)
            {
                var pan = Pan.Draw(bin.Number, random);
                Assert.Equal(Pan.Digits, pan.Reveal().Length);
                Assert.StartsWith(bin.Number, pan.Reveal(), StringComparison.Ordinal);
                Assert.True(Luhn.IsValid(pan.Reveal()));
                Assert.Equal(pan.Reveal(), Pan.Grouped(pan).Reveal().Replace(" ", "", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void A_number_is_grouped_by_four_and_prints_as_a_mask()
    {
        var pan = new Secret<string>("4895171255014218");
        Assert.Equal("4895 1712 5501 4218", Pan.Grouped(pan).Reveal());
        Assert.Equal("4218", Pan.Last4(pan));
        Assert.Equal("***", $"{pan}");
    }

    [Theory]
    [InlineData("2026-05-19T07:30:00Z", "2029-08", "2029-09-01T00:00:00Z")]
    [InlineData("2026-05-31T23:59:59Z", "2029-08", "2029-09-01T00:00:00Z")]
    [InlineData("2026-09-30T00:00:00Z", "2029-12", "2030-01-01T00:00:00Z")]
    [InlineData("2028-02-29T12:00:00Z", "2031-05", "2031-06-01T00:00:00Z")]
    public void A_card_works_to_the_end_of_its_last_month(string issued, string shown, string expires)
    {
        var at = Expiry.Of(Time(issued));
        Assert.Equal(Time(expires), at);
        Assert.Equal(shown, Expiry.Text(at));
    }

    private static DateTimeOffset Time(string text) => TimestampJson.TryParse(text, out var time) ? time : throw new FormatException(text);
}
