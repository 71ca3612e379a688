using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cryptocardium.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class LedgerOwners : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_ledger_journal_book",
                table: "ledger_journal");

            migrationBuilder.DropIndex(
                name: "IX_ledger_account_owner",
                table: "ledger_account");

            migrationBuilder.DropCheckConstraint(
                name: "ck_ledger_account_book",
                table: "ledger_account");

            migrationBuilder.AddColumn<long>(
                name: "owner_key",
                table: "ledger_entry",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_ledger_journal_book",
                table: "ledger_journal",
                sql: "mode IN ('live', 'sandbox') AND (no & 1) = CASE mode WHEN 'live' THEN 1 ELSE 0 END");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_entry_owner_key_posted_at_account_no_account_seq",
                table: "ledger_entry",
                columns: new[] { "owner_key", "posted_at", "account_no", "account_seq" },
                filter: "owner_key IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_account_owner_no",
                table: "ledger_account",
                columns: new[] { "owner", "no" });

            migrationBuilder.AddCheckConstraint(
                name: "ck_ledger_account_book",
                table: "ledger_account",
                sql: "mode IN ('live', 'sandbox') AND (no & 1) = CASE mode WHEN 'live' THEN 1 ELSE 0 END");

            migrationBuilder.AddCheckConstraint(
                name: "ck_ledger_account_flags",
                table: "ledger_account",
                sql: "is_debit = (NOT (NOT is_debit)) AND is_visible = (NOT (NOT is_visible))");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_ledger_journal_book",
                table: "ledger_journal");

            migrationBuilder.DropIndex(
                name: "IX_ledger_entry_owner_key_posted_at_account_no_account_seq",
                table: "ledger_entry");

            migrationBuilder.DropIndex(
                name: "IX_ledger_account_owner_no",
                table: "ledger_account");

            migrationBuilder.DropCheckConstraint(
                name: "ck_ledger_account_book",
                table: "ledger_account");

            migrationBuilder.DropCheckConstraint(
                name: "ck_ledger_account_flags",
                table: "ledger_account");

            migrationBuilder.DropColumn(
                name: "owner_key",
                table: "ledger_entry");

            migrationBuilder.AddCheckConstraint(
                name: "ck_ledger_journal_book",
                table: "ledger_journal",
                sql: "(no & 1) = CASE mode WHEN 'live' THEN 1 ELSE 0 END");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_account_owner",
                table: "ledger_account",
                column: "owner");

            migrationBuilder.AddCheckConstraint(
                name: "ck_ledger_account_book",
                table: "ledger_account",
                sql: "(no & 1) = CASE mode WHEN 'live' THEN 1 ELSE 0 END");
        }
    }
}
