using Cryptocardium.Kernel.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Cryptocardium.Migrations.Postgres.Migrations;

/// <summary>
/// The rules of the ledger that the model cannot describe: account numbers come from a sequence, since writers of several nodes
/// number accounts at the same time, and journals and entries are append-only.
/// </summary>
[DbContext(typeof(CryptocardiumDb))]
[Migration("20261130000001_LedgerRules")]
public sealed class LedgerRules : Migration
{
    private static readonly string[] Tables = ["ledger_journal", "ledger_entry"];

    private static readonly string[] Changes = ["UPDATE", "DELETE", "TRUNCATE"];

    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("CREATE SEQUENCE ledger_account_no");
        migrationBuilder.Sql(
            """
            CREATE FUNCTION ledger_refuse_change() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'the ledger is append-only' USING ERRCODE = 'restrict_violation'; END $$
            """);
        foreach (var table in Tables)
        {
            foreach (var change in Changes)
            {
                migrationBuilder.Sql(
                    $"CREATE TRIGGER {table}_no_{change.ToLowerInvariant()} BEFORE {change} ON {table} EXECUTE FUNCTION ledger_refuse_change()");
            }
        }
    }

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        // Drops the triggers that execute the function as well.
        migrationBuilder.Sql("DROP FUNCTION ledger_refuse_change() CASCADE");
        migrationBuilder.Sql("DROP SEQUENCE ledger_account_no");
    }
}
