using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cryptocardium.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Disputes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "cards_dispute",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", nullable: false),
                    card_id = table.Column<string>(type: "TEXT", nullable: false),
                    transaction_id = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    network_reason_code = table.Column<string>(type: "TEXT", nullable: false),
                    description = table.Column<string>(type: "TEXT", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    phase = table.Column<string>(type: "TEXT", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", nullable: true),
                    provisional = table.Column<long>(type: "INTEGER", nullable: false),
                    credited = table.Column<long>(type: "INTEGER", nullable: true),
                    due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    is_answered = table.Column<bool>(type: "INTEGER", nullable: false),
                    responded_at = table.Column<long>(type: "INTEGER", nullable: true),
                    evidence_count = table.Column<int>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cards_dispute", x => x.id);
                    table.CheckConstraint("ck_cards_dispute_amount", "amount > 0 AND provisional BETWEEN 0 AND amount");
                    table.CheckConstraint("ck_cards_dispute_end", "(due_at IS NULL) = (outcome IS NOT NULL)");
                    table.CheckConstraint("ck_cards_dispute_locked", "due_at IS NOT NULL OR provisional = 0");
                    table.CheckConstraint("ck_cards_dispute_open", "(status IN ('opened', 'responded')) = (due_at IS NOT NULL)");
                    table.CheckConstraint("ck_cards_dispute_status", "status IN ('opened', 'responded', 'won', 'lost')");
                    table.CheckConstraint("ck_cards_dispute_won", "(status = 'won') = (credited IS NOT NULL)");
                });

            migrationBuilder.CreateTable(
                name: "cards_evidence",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", nullable: false),
                    dispute_id = table.Column<string>(type: "TEXT", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", nullable: false),
                    content_type = table.Column<string>(type: "TEXT", nullable: false),
                    size_bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    sha256 = table.Column<byte[]>(type: "BLOB", nullable: false),
                    stored_name = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cards_evidence", x => x.id);
                    table.CheckConstraint("ck_cards_evidence_size", "size_bytes > 0");
                    table.ForeignKey(
                        name: "FK_cards_evidence_cards_dispute_dispute_id",
                        column: x => x.dispute_id,
                        principalTable: "cards_dispute",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_cards_dispute_account_id_amount_id",
                table: "cards_dispute",
                columns: new[] { "account_id", "amount", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_cards_dispute_account_id_id",
                table: "cards_dispute",
                columns: new[] { "account_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_cards_dispute_account_id_transaction_id",
                table: "cards_dispute",
                columns: new[] { "account_id", "transaction_id" });

            migrationBuilder.CreateIndex(
                name: "IX_cards_dispute_due_at",
                table: "cards_dispute",
                column: "due_at",
                filter: "due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_cards_dispute_transaction_id",
                table: "cards_dispute",
                column: "transaction_id",
                unique: true,
                filter: "due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_cards_evidence_dispute_id_id",
                table: "cards_evidence",
                columns: new[] { "dispute_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_cards_evidence_stored_name",
                table: "cards_evidence",
                column: "stored_name",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "cards_evidence");

            migrationBuilder.DropTable(
                name: "cards_dispute");
        }
    }
}
