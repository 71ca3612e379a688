using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Domain;

namespace Cryptocardium.Ledger.Data;

// Reads the sums of statements. The balance before a time is that of the last entry before it: one index seek.
internal sealed class StatementReader(UnitOfWork unit, CustomerAccounts customer, StatementSums sums)
{
    private const string OwnAccounts = "FROM ledger_account a WHERE a.owner = @owner AND a.mode = @mode AND a.is_visible AND a.account_seq > 0";

    private static readonly Statement BalancesBefore = new(
        $"SELECT a.class, a.is_debit, {Last("balance_after", "@time")} AS balance {OwnAccounts}", "owner", "mode", "time");

    private static readonly Statement Months = new(
        $"""
         SELECT class, {Sum("opening")} AS opening, {Sum("closing")} AS closing, {Sum("grown")} AS grown,
             {Sum("last_seq")} - {Sum("first_seq")} AS entry_count FROM (
             SELECT a.class, {Last("balance_after", "@start")} AS opening, {Last("balance_after", "@end")} AS closing,
                 (SELECT SUM(CASE WHEN (e.amount > 0) <> a.is_debit THEN ABS(e.amount) ELSE 0 END) FROM ledger_entry e
                  WHERE e.account_no = a.no AND e.posted_at >= @start AND e.posted_at < @end) AS grown,
                 {Last("account_seq", "@start")} AS first_seq, {Last("account_seq", "@end")} AS last_seq
             {OwnAccounts}) months
         GROUP BY class
         """,
        "owner", "mode", "start", "end");

    /// <summary>The sum of the balances of a customer before a time, receivables subtracted.</summary>
    public async ValueTask<Usd> NetBalanceBefore(AccountId owner, Mode mode, DateTimeOffset time)
    {
        var balances = await unit.Query(
            BalancesBefore,
            static row => (Class: row.GetString("class"), IsDebit: row.GetBoolean("is_debit"), Balance: new Usd(row.Number("balance"))),
            owner, mode, time);
        return balances
            .Where(row => VisibleAccounts.NameOf(row.Class) is not null)
            .Aggregate(Usd.Zero, (total, row) => row.IsDebit ? total - row.Balance : total + row.Balance);
    }

    /// <summary>The sums of a month by class, in the order of the chart. They are cached, so that the pages of a statement share them.</summary>
    public async ValueTask<IReadOnlyList<MonthOfClass>> Read(AccountId owner, Mode mode, Period period)
    {
        long? entryCount = period.IsClosed(unit.Now) ? null : (await customer.Sum(owner, mode)).EntryCount;
        if (sums.Find(owner, mode, period, entryCount) is not { } kinds)
        {
            var months = (await unit.Query(Months, ReadMonth, owner, mode, period.Start, period.End)).ToDictionary(month => month.Class);
            kinds = [.. VisibleAccounts.Classes.Where(months.ContainsKey).Select(line => months[line])];
            sums.Keep(owner, mode, period, entryCount, kinds);
        }

        return kinds;
    }

    private static MonthOfClass ReadMonth(IRow row) => new(
        row.GetString("class"), row.GetUsd("opening"), row.GetUsd("closing"), row.GetUsd("grown"), row.GetInt64("entry_count"));

    // Without an entry before a time the value is 0.
    private static string Sum(string column) => $"CAST(COALESCE(SUM({column}), 0) AS BIGINT)";

    private static string Last(string column, string time) =>
        $"""
         (SELECT e.{column} FROM ledger_entry e WHERE e.account_no = a.no AND e.posted_at < {time}
          ORDER BY e.posted_at DESC, e.account_seq DESC LIMIT 1)
         """;
}
