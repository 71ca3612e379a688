using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cryptocardium.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Payouts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "refund_tx_hash",
                table: "treasury_deposit",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "treasury_payout",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", nullable: false),
                    chain = table.Column<string>(type: "TEXT", nullable: false),
                    to_address = table.Column<string>(type: "TEXT", nullable: false),
                    token = table.Column<string>(type: "TEXT", nullable: false),
                    units = table.Column<string>(type: "TEXT", nullable: false),
                    decimals = table.Column<int>(type: "INTEGER", nullable: false),
                    booked = table.Column<long>(type: "INTEGER", nullable: false),
                    fee = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    nonce = table.Column<long>(type: "INTEGER", nullable: true),
                    signed_bytes = table.Column<byte[]>(type: "BLOB", nullable: true),
                    tx_hash = table.Column<string>(type: "TEXT", nullable: true),
                    lease_until = table.Column<long>(type: "INTEGER", nullable: true),
                    fence = table.Column<long>(type: "INTEGER", nullable: false),
                    look_after = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_treasury_payout", x => x.id);
                    table.CheckConstraint("ck_treasury_payout_signed", "(state IN ('held', 'cancelled')) <= (signed_bytes IS NULL) AND (state IN ('signed', 'sent', 'confirmed')) <= (signed_bytes IS NOT NULL)");
                });

            migrationBuilder.CreateTable(
                name: "treasury_sim_payout",
                columns: table => new
                {
                    tx_hash = table.Column<string>(type: "TEXT", nullable: false),
                    chain_id = table.Column<string>(type: "TEXT", nullable: false),
                    nonce = table.Column<long>(type: "INTEGER", nullable: false),
                    to_address = table.Column<string>(type: "TEXT", nullable: false),
                    token = table.Column<string>(type: "TEXT", nullable: false),
                    units = table.Column<string>(type: "TEXT", nullable: false),
                    decimals = table.Column<int>(type: "INTEGER", nullable: false),
                    block = table.Column<long>(type: "INTEGER", nullable: false),
                    reverted = table.Column<bool>(type: "INTEGER", nullable: false),
                    times_sent = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_treasury_sim_payout", x => x.tx_hash);
                });

            migrationBuilder.CreateTable(
                name: "treasury_wallet",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    next_nonce = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_treasury_wallet", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "treasury_withdrawal",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    amount_usd = table.Column<long>(type: "INTEGER", nullable: false),
                    network_fee_usd = table.Column<long>(type: "INTEGER", nullable: false),
                    chain = table.Column<string>(type: "TEXT", nullable: false),
                    address = table.Column<string>(type: "TEXT", nullable: false),
                    tx_hash = table.Column<string>(type: "TEXT", nullable: true),
                    failure_reason = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_treasury_withdrawal", x => x.id);
                    table.CheckConstraint("ck_treasury_withdrawal_fee", "network_fee_usd >= 0 AND network_fee_usd < amount_usd");
                });

            migrationBuilder.CreateIndex(
                name: "IX_treasury_payout_account_id_mode_chain",
                table: "treasury_payout",
                columns: new[] { "account_id", "mode", "chain" },
                filter: "state = 'sent'");

            migrationBuilder.CreateIndex(
                name: "IX_treasury_payout_id",
                table: "treasury_payout",
                column: "id",
                filter: "state = 'sent'");

            migrationBuilder.CreateIndex(
                name: "IX_treasury_payout_lease_until",
                table: "treasury_payout",
                column: "lease_until",
                filter: "state = 'signed'");

            migrationBuilder.CreateIndex(
                name: "IX_treasury_payout_look_after",
                table: "treasury_payout",
                column: "look_after",
                filter: "state = 'held'");

            migrationBuilder.CreateIndex(
                name: "IX_treasury_payout_mode_chain",
                table: "treasury_payout",
                columns: new[] { "mode", "chain" },
                filter: "state IN ('held', 'signed', 'sent')");

            migrationBuilder.CreateIndex(
                name: "IX_treasury_payout_tx_hash",
                table: "treasury_payout",
                column: "tx_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_treasury_sim_payout_chain_id_nonce",
                table: "treasury_sim_payout",
                columns: new[] { "chain_id", "nonce" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_treasury_withdrawal_account_id_amount_usd_id",
                table: "treasury_withdrawal",
                columns: new[] { "account_id", "amount_usd", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_treasury_withdrawal_account_id_id",
                table: "treasury_withdrawal",
                columns: new[] { "account_id", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "treasury_payout");

            migrationBuilder.DropTable(
                name: "treasury_sim_payout");

            migrationBuilder.DropTable(
                name: "treasury_wallet");

            migrationBuilder.DropTable(
                name: "treasury_withdrawal");

            migrationBuilder.DropColumn(
                name: "refund_tx_hash",
                table: "treasury_deposit");
        }
    }
}
