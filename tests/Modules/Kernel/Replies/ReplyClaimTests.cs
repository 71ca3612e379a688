using System.Security.Cryptography;
using System.Text;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Replies;
using Cryptocardium.Kernel.Secrets;
using Cryptocardium.Kernel.Writing;
using Cryptocardium.Tests;
using Cryptocardium.Tests.Treasury;

namespace Cryptocardium.Modules.Tests.Kernel.Replies;

public sealed class ReplyClaimTests
{
    [DatabaseTheory]
    public async Task The_hash_of_a_key_cannot_be_computed_without_the_secret(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUp();
        await TestAccount.Created(account.Api.Post("/v1/topups", new { amount_usd = 500, asset = "USDT", chain = "tron" }, "one"));

        var stored = Assert.Single(await StoredRows.Bytes(host.Database, "SELECT key_hash FROM kernel_reply"));
        foreach (var credential in Enum.GetNames<CredentialClass>())
        {
            Assert.NotEqual(SHA256.HashData(Encoding.UTF8.GetBytes($"{account.Id}\n{credential}\none"))[..stored.Length], stored);
        }
    }

    // No unique index stands behind the lock.
    [PostgresFact]
    public async Task A_key_that_two_nodes_receive_at_once_is_executed_by_one_of_them()
    {
        await using var stored = await TestDatabase.Create(Engine.Postgres);
        await using var nodes = OutboxNodes.Start(stored, count: 2, areConnected: false);
        var replies = new ReplyStore(new Sealer(new byte[KeyRing.KeyBytes]), new RecentReplies());
        var claim = new IdempotencyClaim(new byte[16], new byte[16]) { Account = OutboxNodes.Account(1) };
        var isClaimed = new TaskCompletionSource();
        var hasArrived = new TaskCompletionSource();

        var first = Execute(0, static () => { }, () =>
        {
            isClaimed.TrySetResult();
            return hasArrived.Task;
        });
        await isClaimed.Task;
        var second = Execute(1, () => hasArrived.TrySetResult(), static () => Task.CompletedTask);

        Assert.Equal(1, await first + await second);
        Assert.Equal(1, await DatabaseRows.Number(stored, "SELECT COUNT(*) FROM kernel_reply"));

        // Returns 1 if the node executed the command, 0 if it found the reply or gave up waiting for it.
        async Task<int> Execute(int node, Action begin, Func<Task> work)
        {
            try
            {
                return await nodes.Run(node, 1, (node, session) => Attempt(node, session, begin, work));
            }
            catch (KeyInUseException)
            {
                return 0;
            }
        }

        async ValueTask<int> Attempt(OutboxNodes.Node node, DatabaseSession session, Action begin, Func<Task> work)
        {
            await using var unit = node.Unit();
            await unit.Attach(session);
            begin();
            var found = await replies.Claim(unit, claim);
            if (found is null)
            {
                await work();
                await replies.Add(unit, claim, new Reply(201, "{}"u8.ToArray()));
            }

            unit.Detach();
            return found is null ? 1 : 0;
        }
    }
}
