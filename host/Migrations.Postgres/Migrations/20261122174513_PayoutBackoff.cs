using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cryptocardium.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class PayoutBackoff : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_treasury_payout_id",
                table: "treasury_payout");

            migrationBuilder.DropIndex(
                name: "IX_treasury_payout_lease_until",
                table: "treasury_payout");

            migrationBuilder.DropIndex(
                name: "IX_treasury_payout_look_after",
                table: "treasury_payout");

            migrationBuilder.AddColumn<int>(
                name: "failed_transfers",
                table: "treasury_payout",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "failures",
                table: "treasury_payout",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_treasury_payout_mode",
                table: "treasury_payout",
                column: "mode",
                filter: "failures > 0");

            migrationBuilder.CreateIndex(
                name: "IX_treasury_payout_mode_chain_id",
                table: "treasury_payout",
                columns: new[] { "mode", "chain", "id" },
                filter: "state = 'sent'");

            migrationBuilder.CreateIndex(
                name: "IX_treasury_payout_mode_chain_lease_until",
                table: "treasury_payout",
                columns: new[] { "mode", "chain", "lease_until" },
                filter: "state = 'signed'");

            migrationBuilder.CreateIndex(
                name: "IX_treasury_payout_mode_chain_look_after",
                table: "treasury_payout",
                columns: new[] { "mode", "chain", "look_after" },
                filter: "state = 'held'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_treasury_payout_mode",
                table: "treasury_payout");

            migrationBuilder.DropIndex(
                name: "IX_treasury_payout_mode_chain_id",
                table: "treasury_payout");

            migrationBuilder.DropIndex(
                name: "IX_treasury_payout_mode_chain_lease_until",
                table: "treasury_payout");

            migrationBuilder.DropIndex(
                name: "IX_treasury_payout_mode_chain_look_after",
                table: "treasury_payout");

            migrationBuilder.DropColumn(
                name: "failed_transfers",
                table: "treasury_payout");

            migrationBuilder.DropColumn(
                name: "failures",
                table: "treasury_payout");

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
        }
    }
}
