using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Tests;
using Cryptocardium.Tests.Ledger;
using Product = Cryptocardium.Tests.Modules;

namespace Cryptocardium.Modules.Tests.Kernel;

public sealed class SnapshotTests
{
    private static readonly Statement Count = new("SELECT COUNT(*) FROM ledger_verified");

    [DatabaseTheory]
    public async Task A_commit_between_two_reads_is_seen_by_neither(Engine engine)
    {
        await using var stored = await TestDatabase.Create(engine);
        await using var database = new Database(new DatabaseOptions(engine, stored.ConnectionString), Product.ModelParts());
        var clock = new FakeTime();
        await using var unit = new UnitOfWork(database, clock, new IdSource(clock), new Call());
        await using var other = await Sql.Open(stored);

        var counts = await unit.InSnapshot(async () =>
        {
            var before = await unit.One(Count, static row => row.GetInt64(0));
            await Sql.Run(other, "INSERT INTO ledger_verified (lane, sequence, hash, verified_at) SELECT 9, 9, prev_hash, 9 FROM " + OneHash(engine));
            return (Before: before, After: await unit.One(Count, static row => row.GetInt64(0)));
        });

        Assert.Equal((0, 0), counts);
        Assert.Equal(1, await unit.One(Count, static row => row.GetInt64(0)));
    }

    [DatabaseTheory]
    public async Task After_a_failure_the_connection_is_not_used_again(Engine engine)
    {
        await using var stored = await TestDatabase.Create(engine);
        await using var database = new Database(new DatabaseOptions(engine, stored.ConnectionString) { ReaderLimit = 1 }, Product.ModelParts());
        var clock = new FakeTime();
        await using (var unit = new UnitOfWork(database, clock, new IdSource(clock), new Call()))
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => unit.InSnapshot<int>(() => throw new InvalidOperationException()).AsTask());
        }

        await using var next = new UnitOfWork(database, clock, new IdSource(clock), new Call());
        Assert.Equal(0, await next.InSnapshot(() => next.One(Count, static row => row.GetInt64(0))));
    }

    // pg_dump reads the snapshot of an idle session for minutes.
    [PostgresFact]
    public async Task A_reader_of_a_backup_may_be_idle_in_its_snapshot()
    {
        await using var stored = await TestDatabase.Create(Engine.Postgres);
        await using var database = new Database(
            new DatabaseOptions(Engine.Postgres, stored.ConnectionString) { ReadOnly = true }, Product.ModelParts());
        var clock = new FakeTime();
        await using var unit = new UnitOfWork(database, clock, new IdSource(clock), new Call());
        var show = new Statement("SELECT current_setting('idle_in_transaction_session_timeout')");
        Assert.Equal("0", await unit.InSnapshot(() => unit.One(show, static row => row.GetString(0))));
    }

    private static string OneHash(Engine engine) =>
        engine == Engine.Sqlite ? "(SELECT x'00' AS prev_hash)" : "(SELECT '\\x00'::bytea AS prev_hash) AS one";
}
