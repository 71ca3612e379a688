using System.Collections.Frozen;
using System.Globalization;

namespace Cryptocardium.Cards.Currencies;

// The exchange rates: a dated table that ships with the program, so that a purchase waits for no other system. A rate applies from its
// day until the next one.
internal static class RateTable
{
    private const string Resource = "rates.csv";

    private static readonly FrozenDictionary<string, Rate[]> Rates = Read();

    /// <summary>All currencies of the table.</summary>
    public static IEnumerable<Currency> Currencies => Rates.Values.Select(rates => rates[0].Currency);

    /// <summary>A currency of the table; null for any other.</summary>
    public static Currency? Find(string code) => Rates.TryGetValue(code, out var rates) ? rates[0].Currency : null;

    /// <summary>The rate on a day; before the first day of the table, its first rate.</summary>
    public static Rate On(Currency currency, DateTimeOffset time)
    {
        var day = DateOnly.FromDateTime(time.UtcDateTime);
        var rates = Rates[currency.Code];
        var found = rates[0];
        foreach (var rate in rates)
        {
            found = rate.From <= day ? rate : found;
        }

        return found;
    }

    private static FrozenDictionary<string, Rate[]> Read()
    {
        using var stream = typeof(RateTable).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(Parse)
            .GroupBy(rate => rate.Currency.Code)
            .ToFrozenDictionary(rates => rates.Key, rates => rates.OrderBy(rate => rate.From).ToArray(), StringComparer.Ordinal);
    }

    private static Rate Parse(string line)
    {
        var cells = line.Split(',');
        var currency = new Currency(cells[1], int.Parse(cells[2], CultureInfo.InvariantCulture));
        var nanos = new Currency(cells[1], Rate.Decimals).Parse(cells[3])
            ?? throw new InvalidOperationException($"{Resource}: {line} has more than {Rate.Decimals} decimals.");
        return new Rate(currency, DateOnly.ParseExact(cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture), nanos);
    }
}
