using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cryptocardium.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class AuthorizationEngine : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_cards_transaction_authorization_id",
                table: "cards_transaction");

            migrationBuilder.RenameColumn(
                name: "is_verification",
                table: "cards_transaction",
                newName: "is_final");

            migrationBuilder.AlterColumn<string>(
                name: "authorization_id",
                table: "cards_transaction",
                type: "text",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.AddColumn<string>(
                name: "avs",
                table: "cards_transaction",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "cvv",
                table: "cards_transaction",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "eci",
                table: "cards_transaction",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "facts",
                table: "cards_transaction",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "fx_markup",
                table: "cards_transaction",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "fx_rate",
                table: "cards_transaction",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "hold_change",
                table: "cards_transaction",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "merchant_amount",
                table: "cards_transaction",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "merchant_currency",
                table: "cards_transaction",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reversal_reason",
                table: "cards_transaction",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "step",
                table: "cards_transaction",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "three_ds",
                table: "cards_transaction",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "activated_at",
                table: "cards_card",
                type: "bigint",
                nullable: true);

            // Before there were two kinds of steps alone.
            migrationBuilder.Sql("UPDATE cards_transaction SET is_final = (1 = 0), step = CASE status WHEN 'captured' THEN 'capture' ELSE 'authorization' END");

            migrationBuilder.CreateIndex(
                name: "IX_cards_transaction_account_id_authorization_id",
                table: "cards_transaction",
                columns: new[] { "account_id", "authorization_id" });

            migrationBuilder.CreateIndex(
                name: "IX_cards_transaction_account_id_parent_id",
                table: "cards_transaction",
                columns: new[] { "account_id", "parent_id" },
                filter: "parent_id IS NOT NULL");

            migrationBuilder.AddCheckConstraint(
                name: "ck_cards_transaction_currency",
                table: "cards_transaction",
                sql: "(merchant_amount IS NULL) = (merchant_currency IS NULL)");

            migrationBuilder.AddCheckConstraint(
                name: "ck_cards_transaction_reversed",
                table: "cards_transaction",
                sql: "(status = 'reversed') = (reversal_reason IS NOT NULL)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_cards_transaction_account_id_authorization_id",
                table: "cards_transaction");

            migrationBuilder.DropIndex(
                name: "IX_cards_transaction_account_id_parent_id",
                table: "cards_transaction");

            migrationBuilder.DropCheckConstraint(
                name: "ck_cards_transaction_currency",
                table: "cards_transaction");

            migrationBuilder.DropCheckConstraint(
                name: "ck_cards_transaction_reversed",
                table: "cards_transaction");

            migrationBuilder.DropColumn(
                name: "avs",
                table: "cards_transaction");

            migrationBuilder.DropColumn(
                name: "cvv",
                table: "cards_transaction");

            migrationBuilder.DropColumn(
                name: "eci",
                table: "cards_transaction");

            migrationBuilder.DropColumn(
                name: "facts",
                table: "cards_transaction");

            migrationBuilder.DropColumn(
                name: "fx_markup",
                table: "cards_transaction");

            migrationBuilder.DropColumn(
                name: "fx_rate",
                table: "cards_transaction");

            migrationBuilder.DropColumn(
                name: "hold_change",
                table: "cards_transaction");

            migrationBuilder.DropColumn(
                name: "merchant_amount",
                table: "cards_transaction");

            migrationBuilder.DropColumn(
                name: "merchant_currency",
                table: "cards_transaction");

            migrationBuilder.DropColumn(
                name: "reversal_reason",
                table: "cards_transaction");

            migrationBuilder.DropColumn(
                name: "step",
                table: "cards_transaction");

            migrationBuilder.DropColumn(
                name: "three_ds",
                table: "cards_transaction");

            migrationBuilder.DropColumn(
                name: "activated_at",
                table: "cards_card");

            migrationBuilder.RenameColumn(
                name: "is_final",
                table: "cards_transaction",
                newName: "is_verification");

            migrationBuilder.AlterColumn<string>(
                name: "authorization_id",
                table: "cards_transaction",
                type: "text",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_cards_transaction_authorization_id",
                table: "cards_transaction",
                column: "authorization_id");
        }
    }
}
