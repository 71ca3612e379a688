using System.Data.Common;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Domain;

namespace Cryptocardium.Ledger.Data;

// What statements are made of. An account's balance before a time is its last entry's before it: one seek.
internal sealed class StatementBook(Unit unit)
{
    private const string OwnAccounts = "FROM ledger_account a WHERE a.owner = @owner AND a.mode = @mode AND a.is_visible AND a.account_seq > 0";

    private static readonly Statement FirstEntry = new(
        $"SELECT a.class, (SELECT MIN(e.posted_at) FROM ledger_entry e WHERE e.account_no = a.no) {OwnAccounts}", "owner", "mode");

    private static readonly Statement BalancesBefore = new(
        $"SELECT a.class, a.is_debit, {Last("balance_after", "@time")} {OwnAccounts}", "owner", "mode", "time");

    private static readonly Statement Months = new(
        $"""
         SELECT a.no, a.class, {Last("balance_after", "@start")}, {Last("balance_after", "@end")},
             (SELECT CAST(SUM(CASE WHEN (e.amount > 0) <> a.is_debit THEN ABS(e.amount) ELSE 0 END) AS BIGINT) FROM ledger_entry e
              WHERE e.account_no = a.no AND e.posted_at >= @start AND e.posted_at < @end),
             {Last("account_seq", "@start")}, {Last("account_seq", "@end")}
         {OwnAccounts} ORDER BY a.no
         """,
        "owner", "mode", "start", "end");

    /// <returns>The month of the customer's first entry; null when there is none.</returns>
    public async ValueTask<Period?> FirstPeriod(AccountId owner, Mode mode)
    {
        var first = (await unit.Query(FirstEntry, static row => (Class: row.GetString(0), PostedAt: row.GetInt64(1)), owner, mode))
            .Where(row => ShownAccounts.NameOf(row.Class) is not null)
            .Select(row => (long?)row.PostedAt)
            .Min();
        return first is { } milliseconds ? Period.Of(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)) : null;
    }

    /// <summary>What a customer's accounts held in all before a time, less what was owed.</summary>
    public async ValueTask<Usd> WorthBefore(AccountId owner, Mode mode, DateTimeOffset time)
    {
        var balances = await unit.Query(
            BalancesBefore, static row => (Class: row.GetString(0), IsDebit: row.GetBoolean(1), Balance: Amount(row, 2)), owner, mode, time);
        return balances
            .Where(row => ShownAccounts.NameOf(row.Class) is not null)
            .Aggregate(Usd.Zero, (total, row) => row.IsDebit ? total - row.Balance : total + row.Balance);
    }

    public async ValueTask<IReadOnlyList<AccountMonth>> Read(AccountId owner, Mode mode, Period period)
    {
        var months = await unit.Query(
            Months,
            static row => (Class: row.GetString(1), Month: new AccountMonth(
                row.GetInt64(0), Amount(row, 2), Amount(row, 3), Amount(row, 4), Number(row, 6) - Number(row, 5))),
            owner, mode, period.Start, period.End);
        return [.. months.Where(row => ShownAccounts.NameOf(row.Class) is not null).Select(row => row.Month)];
    }

    private static string Last(string column, string time) =>
        $"""
         (SELECT e.{column} FROM ledger_entry e WHERE e.account_no = a.no AND e.posted_at < {time}
          ORDER BY e.posted_at DESC, e.account_seq DESC LIMIT 1)
         """;

    // No entry before a time is nothing.
    private static long Number(DbDataReader row, int column) => row.IsDBNull(column) ? 0 : row.GetInt64(column);

    private static Usd Amount(DbDataReader row, int column) => new(Number(row, column));
}
