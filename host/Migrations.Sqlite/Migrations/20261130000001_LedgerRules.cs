using Cryptocardium.Kernel.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Cryptocardium.Migrations.Sqlite.Migrations;

/// <summary>The rules of the ledger that the model cannot describe: journals and entries are append-only.</summary>
[DbContext(typeof(CryptocardiumDb))]
[Migration("20261130000001_LedgerRules")]
public sealed class LedgerRules : Migration
{
    private static readonly string[] Tables = ["ledger_journal", "ledger_entry"];

    private static readonly string[] Changes = ["UPDATE", "DELETE"];

    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var table in Tables)
        {
            foreach (var change in Changes)
            {
                migrationBuilder.Sql(
                    $"CREATE TRIGGER {TriggerOf(table, change)} BEFORE {change} ON {table} BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END");
            }
        }
    }

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in Tables)
        {
            foreach (var change in Changes)
            {
                migrationBuilder.Sql($"DROP TRIGGER {TriggerOf(table, change)}");
            }
        }
    }

    private static string TriggerOf(string table, string change) => $"{table}_no_{change.ToLowerInvariant()}";
}
