using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cryptocardium.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class LedgerTime : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // A journal is never updated, so one that was hashed without its accounts' codes and owners cannot be hashed again.
            migrationBuilder.Sql(
                """
                CREATE TEMP TABLE earlier_journals (present INTEGER
                    CONSTRAINT journals_of_the_earlier_hash_cannot_be_carried_over CHECK (present = 0));
                INSERT INTO earlier_journals SELECT COUNT(*) FROM (SELECT 1 FROM ledger_journal LIMIT 1) AS first_one;
                DROP TABLE earlier_journals;
                """);
            migrationBuilder.DropIndex(
                name: "IX_ledger_entry_account_no_account_seq",
                table: "ledger_entry");

            migrationBuilder.AddColumn<long>(
                name: "posted_at",
                table: "ledger_entry",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "moved_at",
                table: "ledger_account",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "ledger_verified",
                columns: table => new
                {
                    lane = table.Column<int>(type: "integer", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    verified_at = table.Column<long>(type: "bigint", nullable: false),
                    bad_no = table.Column<long>(type: "bigint", nullable: true),
                    fault = table.Column<string>(type: "text", nullable: true),
                    found_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_verified", x => x.lane);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_entry_account_no_posted_at_account_seq",
                table: "ledger_entry",
                columns: new[] { "account_no", "posted_at", "account_seq" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ledger_verified");

            migrationBuilder.DropIndex(
                name: "IX_ledger_entry_account_no_posted_at_account_seq",
                table: "ledger_entry");

            migrationBuilder.DropColumn(
                name: "posted_at",
                table: "ledger_entry");

            migrationBuilder.DropColumn(
                name: "moved_at",
                table: "ledger_account");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_entry_account_no_account_seq",
                table: "ledger_entry",
                columns: new[] { "account_no", "account_seq" },
                unique: true);
        }
    }
}
