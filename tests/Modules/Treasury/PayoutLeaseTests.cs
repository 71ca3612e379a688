using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Jobs;
using Cryptocardium.Treasury.Simulator.Jobs;
using Mediator;
using Microsoft.Extensions.DependencyInjection;
using static Cryptocardium.Tests.Treasury.WithdrawalCalls;

namespace Cryptocardium.Tests.Treasury;

// A node that stops between two commands of a payout.
public sealed class PayoutLeaseTests
{
    private const string Row = "SELECT state, fence, nonce, tx_hash FROM treasury_payout";

    [DatabaseTheory]
    public async Task A_holder_that_stops_after_signing_is_replaced_when_its_lease_is_over(Engine engine)
    {
        await using var host = await Start(engine);
        using var account = await host.SignUpWith(150);
        var withdrawal = await Withdraw(account, 100);
        host.Clock.Advance(Delay);

        var claim = await Claim(host);
        var signed = Assert.Single(await StoredRows.Of(host.Database, Row));
        host.Clock.Advance(Lease - TimeSpan.FromSeconds(1));
        await host.RunJobs();
        Assert.Equal(signed, Assert.Single(await StoredRows.Of(host.Database, Row)));
        Assert.Empty(await Moved(host));
        Assert.Equal("conflict_state", (await Cancel(account, withdrawal)).Code);
        Assert.Equal("created", (await Get(account, withdrawal))["status"]);

        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await host.RunJobs();

        Assert.Equal("broadcasted", (await Get(account, withdrawal))["status"]);
        var sent = Assert.Single(await StoredRows.Of(host.Database, Row));
        Assert.Equal(signed.Replace("signed 1", "sent 2", StringComparison.Ordinal), sent);

        // The first holder continues with an outdated fence and must do nothing.
        Assert.False(await Send(host, new SendPayout(claim.Id, claim.Fence)));
        Assert.Equal([$"1 {Tron} 99000000"], await Moved(host));
        await BooksAudit.Check(host.Database);
    }

    [DatabaseTheory]
    public async Task A_broadcast_that_was_not_recorded_is_found_and_not_sent_again(Engine engine)
    {
        await using var host = await Start(engine);
        using var account = await host.SignUpWith(150);
        var withdrawal = await Withdraw(account, 100);
        host.Clock.Advance(Delay);
        var claim = await Claim(host);
        await Prepare(host, new SendPayout(claim.Id, claim.Fence));
        Assert.Equal([$"1 {Tron} 99000000"], await Moved(host));
        Assert.Equal("created", (await Get(account, withdrawal))["status"]);

        host.Clock.Advance(Lease);
        await host.RunJobs();

        Assert.Equal("broadcasted", (await Get(account, withdrawal))["status"]);
        Assert.Equal([$"1 {Tron} 99000000"], await Moved(host));
        Assert.Equal(["withdrawal.created", "withdrawal.broadcasted"], await Events(host));
    }

    [DatabaseTheory]
    public async Task Two_holders_that_send_at_once_move_the_tokens_once(Engine engine)
    {
        await using var host = await Start(engine);
        using var account = await host.SignUpWith(150);
        await Withdraw(account, 100);
        host.Clock.Advance(Delay);
        var first = await Claim(host);
        host.Clock.Advance(Lease);
        var second = await Claim(host);
        Assert.Equal((first.Id, first.Fence + 1), (second.Id, second.Fence));

        // Both holders looked the transfer up before it was known, so both broadcast the stored transaction.
        await Broadcast(host);
        await Broadcast(host);
        var marked = await Task.WhenAll(
            Send(host, new SendPayout(first.Id, first.Fence)), Send(host, new SendPayout(second.Id, second.Fence)));

        Assert.Equal([false, true], marked);
        Assert.Equal([$"2 {Tron} 99000000"], await Moved(host));
        Assert.Equal(["withdrawal.created", "withdrawal.broadcasted"], await Events(host));
        Assert.Equal("50.00", await account.Treasury());
    }

    // Claims the due payout and returns its id and its fence.
    private static async Task<(string Id, long Fence)> Claim(TestHost host)
    {
        await using var scope = host.JobScope();
        var sender = scope.ServiceProvider.GetRequiredService<ISender>();
        var due = Assert.Single((await sender.Send(new DuePayouts(Mode.Sandbox, "tron"))).Value);
        return (due.Id, (await sender.Send(new ClaimPayout(due.Id))).Value);
    }

    private static async Task<T> Send<T>(TestHost host, ICommand<Result<T>> command)
    {
        await using var scope = host.JobScope();
        return (await scope.ServiceProvider.GetRequiredService<ISender>().Send(command)).Value;
    }

    // Runs the payout up to the broadcast, like a node that stops right after it.
    private static async Task Prepare(TestHost host, SendPayout command)
    {
        await using var scope = host.JobScope();
        Assert.Null(await scope.ServiceProvider.GetRequiredService<IPreparation<SendPayout>>().Prepare(command, CancellationToken.None));
    }

    private static async Task Broadcast(TestHost host)
    {
        var bytes = Assert.Single(await StoredRows.Bytes(host.Database, "SELECT signed_bytes FROM treasury_payout"));
        await Send(host, new AcceptSimulatedTransfer("tron", bytes));
    }
}
