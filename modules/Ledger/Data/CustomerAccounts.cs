using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Domain;

namespace Cryptocardium.Ledger.Data;

// Reads the visible ledger accounts of a customer in one book that have entries, in the order in which they were opened.
internal sealed class CustomerAccounts(UnitOfWork unit)
{
    private static readonly string Own =
        $"""
         FROM ledger_account WHERE owner = @owner AND mode = @mode AND account_seq > 0
           AND class IN ({string.Join(", ", VisibleAccounts.Classes.Select(line => $"'{line}'"))})
         """;

    private static readonly Statement Select = new(
        $"SELECT no, code, class, is_debit, balance, account_seq {Own} AND no > @after ORDER BY no LIMIT @limit", "owner", "mode", "after", "limit");

    private static readonly Statement Sums = new(
        $"""
         SELECT CAST(COALESCE(SUM(CASE WHEN is_debit THEN -balance ELSE balance END), 0) AS BIGINT) AS total,
             CAST(COALESCE(SUM(account_seq), 0) AS BIGINT) AS entry_count {Own}
         """,
        "owner", "mode");

    private static readonly Statement Number = new(
        "SELECT no FROM ledger_account WHERE code = @code AND owner = @owner AND account_seq > 0", "code", "owner");

    /// <summary>The number of the account that a cursor names; null when the customer has no such account.</summary>
    public async ValueTask<long?> Find(AccountId owner, Mode mode, string cursor) =>
        VisibleAccounts.CodeAt(cursor, owner, mode) is { } code
        && await unit.Query(Number, static row => row.GetInt64("no"), code, owner) is [var number] ? number : null;

    /// <summary>The next accounts after the account of a number; 0 for the first page.</summary>
    public ValueTask<List<CustomerAccount>> Page(AccountId owner, Mode mode, long after, int limit) =>
        unit.Query(Select, Read, owner, mode, after, limit);

    /// <summary>The sum of all balances, receivables subtracted, and the number of entries.</summary>
    public ValueTask<(Usd Total, long EntryCount)> Sum(AccountId owner, Mode mode) =>
        unit.One(Sums, static row => (row.GetUsd("total"), row.GetInt64("entry_count")), owner, mode);

    private static CustomerAccount Read(IRow row) => new(
        VisibleAccount.Of(row.GetInt64("no"), row.GetString("code"), row.GetString("class"), row.GetBoolean("is_debit")),
        row.GetUsd("balance"), row.GetInt64("account_seq"));
}
