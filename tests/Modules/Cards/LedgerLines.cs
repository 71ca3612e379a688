using System.Globalization;

namespace Cryptocardium.Tests.Cards;

/// <summary>Balances of one customer and of the program per class of account, read directly from the database, and their changes.</summary>
internal sealed class LedgerLines
{
    private readonly TestAccount account;
    private readonly Dictionary<string, long> start;

    private LedgerLines(TestAccount account, Dictionary<string, long> start)
    {
        this.account = account;
        this.start = start;
    }

    public static async Task<LedgerLines> StartAt(TestAccount account) => new(account, await Read(account));

    /// <summary>The changed balances: <c>A.cb_recv 42.95, U.disp 42.95</c>.</summary>
    public async Task<string> Changes()
    {
        var now = await Read(account);
        return string.Join(", ",
            from line in now.Keys.Order(StringComparer.Ordinal)
            let change = now[line] - start.GetValueOrDefault(line)
            where change != 0
            select string.Create(CultureInfo.InvariantCulture, $"{line} {change / 1_000_000m:0.######}"));
    }

    private static async Task<Dictionary<string, long>> Read(TestAccount account)
    {
        var rows = await DatabaseRows.Of(
            account.Host.Database, "SELECT class, COALESCE(owner, ''), balance FROM ledger_account",
            row => (Line: row.GetString(0), Owner: row.GetString(1), Balance: row.GetInt64(2)));
        return rows.Where(row => row.Owner.Length == 0 || row.Owner == account.Id)
            .GroupBy(row => row.Line).ToDictionary(line => line.Key, line => line.Sum(row => row.Balance));
    }
}
