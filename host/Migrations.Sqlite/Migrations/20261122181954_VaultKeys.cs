using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cryptocardium.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class VaultKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "key_version",
                table: "cards_vault",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "cards_vault_state",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    current_version = table.Column<int>(type: "INTEGER", nullable: false),
                    oldest_version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cards_vault_state", x => x.id);
                    table.CheckConstraint("ck_cards_vault_state_one", "id = 1");
                    table.CheckConstraint("ck_cards_vault_state_versions", "oldest_version BETWEEN 0 AND current_version");
                });

            migrationBuilder.InsertData(
                table: "cards_vault_state",
                columns: new[] { "id", "current_version", "oldest_version" },
                values: new object[] { 1, 0, 0 });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "cards_vault_state");

            migrationBuilder.DropColumn(
                name: "key_version",
                table: "cards_vault");
        }
    }
}
