using Cryptocardium.Kernel.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Cryptocardium.Migrations.Postgres.Migrations;

/// <summary>
/// Written by hand: gives every entry that a customer sees its owner's key (OwnerKey), and sets the triggers again, which SQLite drops with a
/// table that it rebuilds.
/// </summary>
[DbContext(typeof(CryptocardiumDb))]
[Migration("20261122235901_LedgerOwnerKeys")]
public sealed class LedgerOwnerKeys : Migration
{
    private const string Shown = "('U.avail', 'U.wd', 'C.avail', 'C.hold', 'A.recv')";

    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("ALTER TABLE ledger_entry DISABLE TRIGGER USER");
        migrationBuilder.Sql(
            $"""
             UPDATE ledger_entry e SET owner_key = ('x' || lpad(right(a.owner, 15), 16, '0'))::bit(64)::bigint * 2 + (a.no & 1)
             FROM ledger_account a WHERE a.no = e.account_no AND a.class IN {Shown}
             """);
        migrationBuilder.Sql("ALTER TABLE ledger_entry ENABLE TRIGGER USER");
    }
}
