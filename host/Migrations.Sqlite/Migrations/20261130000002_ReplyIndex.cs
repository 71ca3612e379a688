using Cryptocardium.Kernel.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Cryptocardium.Migrations.Sqlite.Migrations;

/// <summary>The look-up of stored replies by the hash of their key. The table is itself the index, in the order of hashes.</summary>
[DbContext(typeof(CryptocardiumDb))]
[Migration("20261130000002_ReplyIndex")]
public sealed class ReplyIndex : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("CREATE TABLE kernel_reply_index (hash INTEGER NOT NULL PRIMARY KEY, no INTEGER NOT NULL)");

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DROP TABLE kernel_reply_index");
}
