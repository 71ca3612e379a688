using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cryptocardium.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Promises : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_treasury_payout_mode_chain",
                table: "treasury_payout");

            migrationBuilder.DropIndex(
                name: "IX_treasury_deposit_look_at",
                table: "treasury_deposit");

            migrationBuilder.AddColumn<long>(
                name: "looks",
                table: "treasury_topup",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "paid",
                table: "treasury_sim_chain",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "received",
                table: "treasury_sim_chain",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "treasury_promise",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    held = table.Column<long>(type: "bigint", nullable: false),
                    transfers = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_treasury_promise", x => x.id);
                    table.CheckConstraint("ck_treasury_promise_floor", "held >= 0 AND transfers >= 0");
                });

            migrationBuilder.CreateIndex(
                name: "IX_treasury_payout_account_id",
                table: "treasury_payout",
                column: "account_id",
                filter: "state IN ('held', 'signed', 'sent')");

            migrationBuilder.CreateIndex(
                name: "IX_treasury_deposit_mode_look_at",
                table: "treasury_deposit",
                columns: new[] { "mode", "look_at" },
                filter: "look_at IS NOT NULL");

            // What the rows say already.
            migrationBuilder.Sql(
                """
                INSERT INTO treasury_promise (id, held, transfers)
                SELECT mode || ':' || chain, CAST(SUM(CASE WHEN state = 'held' AND kind = 'withdrawal' THEN booked ELSE 0 END) AS bigint), COUNT(*)
                FROM treasury_payout WHERE state IN ('held', 'signed', 'sent') GROUP BY mode, chain;
                """);
            migrationBuilder.Sql(
                """
                UPDATE treasury_sim_chain SET
                    received = COALESCE((
                        SELECT CAST(SUM(t.amount_usd) AS bigint) FROM treasury_sim_transfer t
                        WHERE t.chain_id = treasury_sim_chain.id AND t.token = 'USDT'), 0),
                    paid = COALESCE((
                        SELECT CAST(SUM(p.booked) AS bigint) FROM treasury_payout p
                        WHERE p.account_id || ':' || p.mode || ':' || p.chain = treasury_sim_chain.id AND p.state IN ('sent', 'confirmed')), 0);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "treasury_promise");

            migrationBuilder.DropIndex(
                name: "IX_treasury_payout_account_id",
                table: "treasury_payout");

            migrationBuilder.DropIndex(
                name: "IX_treasury_deposit_mode_look_at",
                table: "treasury_deposit");

            migrationBuilder.DropColumn(
                name: "looks",
                table: "treasury_topup");

            migrationBuilder.DropColumn(
                name: "paid",
                table: "treasury_sim_chain");

            migrationBuilder.DropColumn(
                name: "received",
                table: "treasury_sim_chain");

            migrationBuilder.CreateIndex(
                name: "IX_treasury_payout_mode_chain",
                table: "treasury_payout",
                columns: new[] { "mode", "chain" },
                filter: "state IN ('held', 'signed', 'sent')");

            migrationBuilder.CreateIndex(
                name: "IX_treasury_deposit_look_at",
                table: "treasury_deposit",
                column: "look_at",
                filter: "look_at IS NOT NULL");
        }
    }
}
