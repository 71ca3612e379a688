using Cryptocardium.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Cryptocardium.Tests.Ledger;

// Journals whose hash does not cover the accounts' owners cannot be hashed again: they are never updated.
public sealed class EarlierHashTests
{
    private const string Reason = "journals_of_the_earlier_hash_cannot_be_carried_over";

    private const string Journal =
        """
        INSERT INTO ledger_journal (no, kind, operation_key, mode, posted_at, effective_at, actor, prev_hash, hash)
        VALUES (3, 'card_load', 'load:1', 'live', 1, 1, 'system', 'x', 'x')
        """;

    [DatabaseTheory]
    public async Task A_database_with_journals_of_the_earlier_hash_is_refused_by_name(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        await using var db = await Empty(database);
        await db.GetService<IMigrator>().MigrateAsync("Initial");
        await db.Database.ExecuteSqlRawAsync(engine == Engine.Sqlite ? Journal : Journal.Replace("'x'", "''::bytea", StringComparison.Ordinal));

        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => db.Database.MigrateAsync());

        Assert.Contains(Reason, refusal.ToString(), StringComparison.Ordinal);
    }

    [DatabaseTheory]
    public async Task A_database_without_journals_is_carried_over(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        await using var db = await Empty(database);
        await db.GetService<IMigrator>().MigrateAsync("Initial");

        await db.Database.MigrateAsync();

        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    internal static async Task<CryptocardiumDb> Empty(TestDatabase database)
    {
        var options = new DbContextOptionsBuilder<CryptocardiumDb>();
        if (database.Engine == Engine.Sqlite)
        {
            var file = Path.Combine(database.Directory, "earlier.db");
            options.UseSqlite($"Data Source={file};Pooling=False", sqlite => sqlite.MigrationsAssembly(Database.SqliteMigrations));
        }
        else
        {
            options.UseNpgsql(database.ConnectionString, npgsql => npgsql.MigrationsAssembly(Database.PostgresMigrations));
        }

        var db = new CryptocardiumDb(options.Options, Modules.ModelParts());
        if (database.Engine == Engine.Postgres)
        {
            await db.Database.ExecuteSqlRawAsync("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        }

        return db;
    }
}
