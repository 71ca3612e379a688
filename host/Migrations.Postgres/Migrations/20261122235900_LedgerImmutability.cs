using Cryptocardium.Kernel.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Cryptocardium.Migrations.Postgres.Migrations;

/// <summary>
/// Written by hand, since no model describes it: what was posted is never updated or deleted. A correction of the books is a new
/// journal.
/// </summary>
[DbContext(typeof(CryptocardiumDb))]
[Migration("20261122235900_LedgerImmutability")]
public sealed class LedgerImmutability : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("CREATE SEQUENCE ledger_account_no");
        migrationBuilder.Sql(
            """
            CREATE FUNCTION ledger_refuse_change() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'the ledger is append-only' USING ERRCODE = 'restrict_violation'; END $$
            """);
        foreach (var (table, change) in Refused())
        {
            migrationBuilder.Sql($"CREATE TRIGGER {table}_no_{change.ToLowerInvariant()} BEFORE {change} ON {table} EXECUTE FUNCTION ledger_refuse_change()");
        }
    }

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("DROP FUNCTION ledger_refuse_change() CASCADE");
        migrationBuilder.Sql("DROP SEQUENCE ledger_account_no");
    }

    private static IEnumerable<(string Table, string Change)> Refused() =>
        from table in (string[])["ledger_journal", "ledger_entry"]
        from change in (string[])["UPDATE", "DELETE", "TRUNCATE"]
        select (table, change);
}
