using Cryptocardium.Kernel.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Cryptocardium.Migrations.Sqlite.Migrations;

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
        foreach (var (table, change) in Refused())
        {
            migrationBuilder.Sql($"CREATE TRIGGER {table}_no_{change.ToLowerInvariant()} BEFORE {change} ON {table} BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END");
        }
    }

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var (table, change) in Refused())
        {
            migrationBuilder.Sql($"DROP TRIGGER {table}_no_{change.ToLowerInvariant()}");
        }
    }

    private static IEnumerable<(string Table, string Change)> Refused() =>
        from table in (string[])["ledger_journal", "ledger_entry"]
        from change in (string[])["UPDATE", "DELETE"]
        select (table, change);
}
