using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cryptocardium.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Deposits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_treasury_topup_awaiting",
                table: "treasury_topup");

            migrationBuilder.AlterColumn<long>(
                name: "block",
                table: "treasury_sim_transfer",
                type: "INTEGER",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "INTEGER");

            migrationBuilder.AddColumn<long>(
                name: "amount_usd",
                table: "treasury_sim_transfer",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<bool>(
                name: "cannot_settle",
                table: "treasury_sim_transfer",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "depth",
                table: "treasury_sim_transfer",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "due_at",
                table: "treasury_sim_transfer",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "from_address",
                table: "treasury_sim_transfer",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "look_at",
                table: "treasury_deposit",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "removals",
                table: "treasury_deposit",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "sender",
                table: "treasury_deposit",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "vanished_at",
                table: "treasury_deposit",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_treasury_sim_transfer_chain_id_block",
                table: "treasury_sim_transfer",
                columns: new[] { "chain_id", "block" });

            migrationBuilder.CreateIndex(
                name: "IX_treasury_sim_transfer_due_at",
                table: "treasury_sim_transfer",
                column: "due_at",
                filter: "due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_treasury_deposit_account_id",
                table: "treasury_deposit",
                column: "account_id",
                filter: "status = 'detected'");

            migrationBuilder.CreateIndex(
                name: "IX_treasury_deposit_look_at",
                table: "treasury_deposit",
                column: "look_at",
                filter: "look_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_treasury_deposit_vanished_at",
                table: "treasury_deposit",
                column: "vanished_at",
                filter: "vanished_at IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_treasury_sim_transfer_chain_id_block",
                table: "treasury_sim_transfer");

            migrationBuilder.DropIndex(
                name: "IX_treasury_sim_transfer_due_at",
                table: "treasury_sim_transfer");

            migrationBuilder.DropIndex(
                name: "IX_treasury_deposit_account_id",
                table: "treasury_deposit");

            migrationBuilder.DropIndex(
                name: "IX_treasury_deposit_look_at",
                table: "treasury_deposit");

            migrationBuilder.DropIndex(
                name: "IX_treasury_deposit_vanished_at",
                table: "treasury_deposit");

            migrationBuilder.DropColumn(
                name: "amount_usd",
                table: "treasury_sim_transfer");

            migrationBuilder.DropColumn(
                name: "cannot_settle",
                table: "treasury_sim_transfer");

            migrationBuilder.DropColumn(
                name: "depth",
                table: "treasury_sim_transfer");

            migrationBuilder.DropColumn(
                name: "due_at",
                table: "treasury_sim_transfer");

            migrationBuilder.DropColumn(
                name: "from_address",
                table: "treasury_sim_transfer");

            migrationBuilder.DropColumn(
                name: "look_at",
                table: "treasury_deposit");

            migrationBuilder.DropColumn(
                name: "removals",
                table: "treasury_deposit");

            migrationBuilder.DropColumn(
                name: "sender",
                table: "treasury_deposit");

            migrationBuilder.DropColumn(
                name: "vanished_at",
                table: "treasury_deposit");

            migrationBuilder.AlterColumn<long>(
                name: "block",
                table: "treasury_sim_transfer",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "INTEGER",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_treasury_topup_awaiting",
                table: "treasury_topup",
                column: "account_id",
                filter: "awaits_finality");
        }
    }
}
