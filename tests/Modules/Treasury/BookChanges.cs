using System.Globalization;

namespace Cryptocardium.Tests.Treasury;

/// <summary>Balances of all accounts of the sandbox book, to compute the changes by an action.</summary>
internal sealed class BookChanges
{
    private const decimal MicrosPerDollar = 1_000_000m;

    private readonly Dictionary<string, decimal> balances;

    private BookChanges(Dictionary<string, decimal> balances) => this.balances = balances;

    public static async Task<BookChanges> Now(TestDatabase database)
    {
        var rows = await StoredRows.Of(database, "SELECT code, balance FROM ledger_account WHERE mode = 'sandbox'");
        return new BookChanges(rows.Select(row => row.Split(' ')).ToLookup(row => Name(row[0])).ToDictionary(
            row => row.Key, row => row.Sum(account => decimal.Parse(account[1], CultureInfo.InvariantCulture) / MicrosPerDollar)));
    }

    /// <summary>Changes by code, without the customer's id: <c>A.chain:tron -99.00, U.wd -100.00</c>.</summary>
    public async Task<string> Since(TestDatabase database)
    {
        var now = await Now(database);
        return string.Join(", ",
            from code in now.balances.Keys.Order(StringComparer.Ordinal)
            let change = now.balances[code] - balances.GetValueOrDefault(code)
            where change != 0
            select string.Create(CultureInfo.InvariantCulture, $"{code} {change:+0.00####;-0.00####}"));
    }

    // Removes the book, the customer and the stripe of the writer from the code.
    private static string Name(string code) => string.Join(':', code.Split('/')[0].Split(':').Skip(1).Where(part => !part.StartsWith("acc_", StringComparison.Ordinal)));
}
