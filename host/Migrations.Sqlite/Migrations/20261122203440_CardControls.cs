using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cryptocardium.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class CardControls : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "arrives_at",
                table: "cards_shipment",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "delivered_at",
                table: "cards_shipment",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "next_step_at",
                table: "cards_shipment",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "shipped_at",
                table: "cards_shipment",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "tracking_number",
                table: "cards_shipment",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "updated_at",
                table: "cards_shipment",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "replaced_by",
                table: "cards_card",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "replacement_for",
                table: "cards_card",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "cards_control",
                columns: table => new
                {
                    card_id = table.Column<string>(type: "TEXT", nullable: false),
                    per_transaction = table.Column<long>(type: "INTEGER", nullable: true),
                    daily = table.Column<long>(type: "INTEGER", nullable: true),
                    weekly = table.Column<long>(type: "INTEGER", nullable: true),
                    monthly = table.Column<long>(type: "INTEGER", nullable: true),
                    yearly = table.Column<long>(type: "INTEGER", nullable: true),
                    lifetime = table.Column<long>(type: "INTEGER", nullable: true),
                    daily_count = table.Column<int>(type: "INTEGER", nullable: true),
                    monthly_count = table.Column<int>(type: "INTEGER", nullable: true),
                    lifetime_count = table.Column<int>(type: "INTEGER", nullable: true),
                    mcc_allow = table.Column<string>(type: "TEXT", nullable: false),
                    mcc_deny = table.Column<string>(type: "TEXT", nullable: false),
                    geo_allow = table.Column<string>(type: "TEXT", nullable: false),
                    geo_deny = table.Column<string>(type: "TEXT", nullable: false),
                    cancel_after_count = table.Column<int>(type: "INTEGER", nullable: true),
                    cancel_at = table.Column<long>(type: "INTEGER", nullable: true),
                    cancel_due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    counted_at = table.Column<long>(type: "INTEGER", nullable: false),
                    day_spent = table.Column<long>(type: "INTEGER", nullable: false),
                    week_spent = table.Column<long>(type: "INTEGER", nullable: false),
                    month_spent = table.Column<long>(type: "INTEGER", nullable: false),
                    year_spent = table.Column<long>(type: "INTEGER", nullable: false),
                    lifetime_spent = table.Column<long>(type: "INTEGER", nullable: false),
                    day_uses = table.Column<int>(type: "INTEGER", nullable: false),
                    month_uses = table.Column<int>(type: "INTEGER", nullable: false),
                    lifetime_uses = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cards_control", x => x.card_id);
                    table.CheckConstraint("ck_cards_control_spent", "day_spent >= 0 AND week_spent >= 0 AND month_spent >= 0 AND year_spent >= 0 AND lifetime_spent >= 0");
                    table.CheckConstraint("ck_cards_control_uses", "day_uses >= 0 AND month_uses >= 0 AND lifetime_uses >= 0");
                    table.ForeignKey(
                        name: "FK_cards_control_cards_card_card_id",
                        column: x => x.card_id,
                        principalTable: "cards_card",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cards_wallet_token",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", nullable: false),
                    card_id = table.Column<string>(type: "TEXT", nullable: false),
                    wallet = table.Column<string>(type: "TEXT", nullable: false),
                    device_name = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false),
                    is_removed = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cards_wallet_token", x => x.id);
                    table.ForeignKey(
                        name: "FK_cards_wallet_token_cards_card_card_id",
                        column: x => x.card_id,
                        principalTable: "cards_card",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_cards_shipment_next_step_at",
                table: "cards_shipment",
                column: "next_step_at",
                filter: "next_step_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_cards_card_replaced_by",
                table: "cards_card",
                column: "replaced_by",
                unique: true,
                filter: "replaced_by IS NOT NULL");

            migrationBuilder.AddCheckConstraint(
                name: "ck_cards_card_replaced",
                table: "cards_card",
                sql: "replaced_by IS NULL OR status = 'cancelled'");

            migrationBuilder.CreateIndex(
                name: "IX_cards_control_cancel_due_at",
                table: "cards_control",
                column: "cancel_due_at",
                filter: "cancel_due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_cards_wallet_token_card_id_id",
                table: "cards_wallet_token",
                columns: new[] { "card_id", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "cards_control");

            migrationBuilder.DropTable(
                name: "cards_wallet_token");

            migrationBuilder.DropIndex(
                name: "IX_cards_shipment_next_step_at",
                table: "cards_shipment");

            migrationBuilder.DropIndex(
                name: "IX_cards_card_replaced_by",
                table: "cards_card");

            migrationBuilder.DropCheckConstraint(
                name: "ck_cards_card_replaced",
                table: "cards_card");

            migrationBuilder.DropColumn(
                name: "arrives_at",
                table: "cards_shipment");

            migrationBuilder.DropColumn(
                name: "delivered_at",
                table: "cards_shipment");

            migrationBuilder.DropColumn(
                name: "next_step_at",
                table: "cards_shipment");

            migrationBuilder.DropColumn(
                name: "shipped_at",
                table: "cards_shipment");

            migrationBuilder.DropColumn(
                name: "tracking_number",
                table: "cards_shipment");

            migrationBuilder.DropColumn(
                name: "updated_at",
                table: "cards_shipment");

            migrationBuilder.DropColumn(
                name: "replaced_by",
                table: "cards_card");

            migrationBuilder.DropColumn(
                name: "replacement_for",
                table: "cards_card");
        }
    }
}
