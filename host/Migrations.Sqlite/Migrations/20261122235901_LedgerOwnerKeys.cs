using Cryptocardium.Kernel.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Cryptocardium.Migrations.Sqlite.Migrations;

/// <summary>
/// Written by hand: gives every entry that a customer sees its owner's key (OwnerKey), and sets the triggers again, which SQLite drops with a
/// table that it rebuilds.
/// </summary>
[DbContext(typeof(CryptocardiumDb))]
[Migration("20261122235901_LedgerOwnerKeys")]
public sealed class LedgerOwnerKeys : Migration
{
    private const string Shown = "('U.avail', 'U.wd', 'C.avail', 'C.hold', 'A.recv')";

    private const int Digits = 15;

    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var (trigger, _) in Triggers())
        {
            migrationBuilder.Sql($"DROP TRIGGER IF EXISTS {trigger}");
        }

        // SQLite reads no hexadecimal: digit by digit.
        var number = string.Join(" | ", Enumerable.Range(1, Digits).Select(
            digit => $"((instr('0123456789abcdef', substr(a.owner, -{digit}, 1)) - 1) << {4 * (digit - 1)})"));
        migrationBuilder.Sql(
            $"""
             UPDATE ledger_entry SET owner_key =
                 (SELECT ({number}) * 2 + (a.no & 1) FROM ledger_account a WHERE a.no = ledger_entry.account_no AND a.class IN {Shown})
             """);
        foreach (var (trigger, on) in Triggers())
        {
            migrationBuilder.Sql($"CREATE TRIGGER {trigger} BEFORE {on} BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END");
        }
    }

    private static IEnumerable<(string Trigger, string On)> Triggers() =>
        from table in (string[])["ledger_journal", "ledger_entry"]
        from change in (string[])["UPDATE", "DELETE"]
        select ($"{table}_no_{change.ToLowerInvariant()}", $"{change} ON {table}");
}
