using Cryptocardium.Kernel.Data;
using Cryptocardium.Tests.Treasury;

namespace Cryptocardium.Tests.Cards;

public sealed class WithdrawDisputeTests
{
    [DatabaseTheory]
    public async Task A_closed_dispute_answers_conflict_to_everything(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1_000);
        var dispute = (await DisputeCalls.File(account, await DisputeCalls.Buy(account, await account.IssueCard(load: 100), 10)))["id"];
        Assert.Equal("conflict_state", (await DisputeCalls.TryAct(account, dispute, "accept")).Code);
        await TestAccount.Ok(DisputeCalls.TryWithdraw(account, dispute));

        foreach (var action in new[] { "submit", "reject", "accept", "represent", "escalate", "concede", "win", "lose", "expire" })
        {
            Assert.Equal("conflict_state", (await DisputeCalls.TryAct(account, dispute, action)).Code);
        }

        Assert.Equal("conflict_state", (await DisputeCalls.TryWithdraw(account, dispute)).Code);
        Assert.Equal(
            "conflict_state", (await OperatorCalls.Run(host, $"absorb-dispute --dispute {dispute}")).Error?.Kind.Code);
    }
}
