using System.Globalization;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;

namespace Cryptocardium.Ledger.Data;

// Statements that read the balances of several ledger accounts.
internal static class BalanceSql
{
    private const string Current = "SELECT code, balance, CASE WHEN account_seq > 0 THEN moved_at END AS moved_at FROM ledger_account WHERE";

    private static readonly Statement NowOnSqlite = OfList(Engine.Sqlite);
    private static readonly Statement NowOnPostgres = OfList(Engine.Postgres);
    private static readonly Statement AtOnSqlite = Before(Engine.Sqlite);
    private static readonly Statement AtOnPostgres = Before(Engine.Postgres);

    // For SQLite: seeks of single rows, one statement for each count. A list would be copied to a temporary table on each execution. The counts
    // are those of a card (2) and of an account in both modes (4).
    private static readonly Statement[] Seeks = [.. Enumerable.Range(1, 4).Select(Seek)];

    public static (Statement Statement, object?[] Values) Now(IReadOnlyList<ChartAccount> accounts, Engine engine)
    {
        var codes = Codes(accounts);
        return engine == Engine.Sqlite && codes.Length is > 0 and var count && count <= Seeks.Length
            ? (Seeks[count - 1], [.. codes])
            : (engine == Engine.Sqlite ? NowOnSqlite : NowOnPostgres, [TextList.Value(engine, codes)]);
    }

    public static (Statement Statement, object?[] Values) At(IReadOnlyList<ChartAccount> accounts, DateTimeOffset time, Engine engine) =>
        (engine == Engine.Sqlite ? AtOnSqlite : AtOnPostgres, [time, TextList.Value(engine, Codes(accounts))]);

    private static string[] Codes(IReadOnlyList<ChartAccount> accounts) => [.. accounts.Select(account => account.Code)];

    private static Statement OfList(Engine engine) => new($"{Current} {TextList.Condition(engine, "code", "codes")}", "codes");

    private static Statement Seek(int count)
    {
        string[] names = [.. Enumerable.Range(0, count).Select(number => string.Create(CultureInfo.InvariantCulture, $"code{number}"))];
        return new(string.Join(" UNION ALL ", names.Select(name => $"{Current} code = @{name}")), names);
    }

    private static Statement Before(Engine engine) => new(
        $"""
         SELECT a.code, e.balance_after AS balance, e.posted_at AS moved_at FROM ledger_account a JOIN ledger_entry e ON e.no =
             (SELECT last.no FROM ledger_entry last WHERE last.account_no = a.no AND last.posted_at < @time
              ORDER BY last.posted_at DESC, last.account_seq DESC LIMIT 1)
         WHERE {TextList.Condition(engine, "a.code", "codes")}
         """,
        "time", "codes");
}
