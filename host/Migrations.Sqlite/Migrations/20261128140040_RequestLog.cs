using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cryptocardium.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class RequestLog : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "accounts_request",
                columns: table => new
                {
                    no = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<string>(type: "TEXT", nullable: true),
                    account_id = table.Column<string>(type: "TEXT", nullable: false),
                    credential_id = table.Column<string>(type: "TEXT", nullable: false),
                    method = table.Column<string>(type: "TEXT", nullable: false),
                    path = table.Column<string>(type: "TEXT", nullable: false),
                    operation = table.Column<string>(type: "TEXT", nullable: true),
                    status = table.Column<long>(type: "INTEGER", nullable: false),
                    error_code = table.Column<string>(type: "TEXT", nullable: true),
                    latency_ms = table.Column<long>(type: "INTEGER", nullable: false),
                    replayed = table.Column<bool>(type: "INTEGER", nullable: false),
                    key_hash = table.Column<byte[]>(type: "BLOB", nullable: true),
                    caused = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_request", x => x.no);
                });

            migrationBuilder.CreateIndex(
                name: "IX_kernel_event_account_id_id",
                table: "kernel_event",
                columns: new[] { "account_id", "id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_accounts_request_account_id_id",
                table: "accounts_request",
                columns: new[] { "account_id", "id" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "accounts_request");

            migrationBuilder.DropIndex(
                name: "IX_kernel_event_account_id_id",
                table: "kernel_event");
        }
    }
}
