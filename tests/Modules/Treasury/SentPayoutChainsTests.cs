using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Jobs;
using Cryptocardium.Tests.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Tests.Treasury;

public sealed class SentPayoutChainsTests
{
    // More than the job reads at once.
    private const int Accounts = 250;

    [DatabaseTheory]
    public async Task A_block_is_mined_on_every_chain_with_a_payout_although_one_fails(Engine engine)
    {
        await using var host = await TestHost.Start(engine, "--Treasury:SimulatedBlockSeconds=3");
        await using var connection = await Sql.Open(host.Database);
        await AddPayouts(connection, engine);
        await BreakChainOf(connection, engine, "acc_1001");

        await Assert.ThrowsAnyAsync<Exception>(() => Mine(host));

        Assert.Equal(Accounts - 1, await Mined(host));
    }

    [PostgresFact]
    public async Task A_full_disk_ends_the_run()
    {
        await using var host = await TestHost.Start(Engine.Postgres, "--Treasury:SimulatedBlockSeconds=3");
        await using var connection = await Sql.Open(host.Database);
        await AddPayouts(connection, Engine.Postgres);
        await Sql.Run(connection, """
            CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
            'BEGIN IF NEW.id LIKE ''acc_1001:%'' THEN RAISE EXCEPTION USING ERRCODE = ''53100''; END IF; RETURN NEW; END'
            """);
        await Sql.Run(connection, "CREATE TRIGGER full_disk BEFORE INSERT ON treasury_sim_chain FOR EACH ROW EXECUTE FUNCTION full_disk()");

        await Assert.ThrowsAnyAsync<Exception>(() => Mine(host));

        Assert.Equal(0, await Mined(host));
    }

    private static Task<int> AddPayouts(System.Data.Common.DbConnection connection, Engine engine) => Sql.Run(connection, $"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Accounts})
            INSERT INTO treasury_payout (id, kind, account_id, mode, chain, to_address, token, units, decimals, booked, fee, state, nonce,
                signed_bytes, tx_hash, fence, not_before, failures, failed_transfers, created_at, updated_at)
            SELECT 'wd_' || i, 'withdrawal', 'acc_' || (1000 + i), 'sandbox', 'tron', 'to', 'USDT', '1', 6, 1, 0, 'sent', i,
                {(engine == Engine.Sqlite ? "x'00'" : "'\\x00'::bytea")}, 'tx_' || i, 0, 0, 0, 0, 0, 0
            FROM n
            """);

    private static async Task Mine(TestHost host)
    {
        await using var scope = host.JobScope();
        var job = scope.ServiceProvider.GetServices<Job>().Single(job => job.Name == "mine_simulated_blocks");
        var sender = new JobSender(scope.ServiceProvider.GetRequiredService<IServiceScopeFactory>(), "req_1");
        await job.Send(sender, CancellationToken.None);
    }

    private static Task<long> Mined(TestHost host) =>
        DatabaseRows.Number(host.Database, "SELECT COUNT(*) FROM treasury_sim_chain WHERE height = 1 AND id LIKE 'acc_1%:sandbox:tron'");

    private static async Task BreakChainOf(System.Data.Common.DbConnection connection, Engine engine, string account)
    {
        string[] statements = engine == Engine.Sqlite
            ? [$"CREATE TRIGGER broken BEFORE INSERT ON treasury_sim_chain WHEN NEW.id LIKE '{account}:%' BEGIN SELECT RAISE(ABORT, 'broken'); END"]
            : [$"ALTER TABLE treasury_sim_chain ADD CONSTRAINT broken CHECK (id NOT LIKE '{account}:%')"];
        foreach (var statement in statements)
        {
            await Sql.Run(connection, statement);
        }
    }
}
