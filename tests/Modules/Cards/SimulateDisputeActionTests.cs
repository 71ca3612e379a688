using System.Text.Json;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class SimulateDisputeActionTests
{
    [DatabaseTheory]
    public async Task A_refusal_names_the_stage_and_the_actions_that_it_allows(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1_000);
        var dispute = (await DisputeCalls.File(account, await DisputeCalls.Buy(account, await account.IssueCard(load: 100), 10)))["id"];

        var early = await account.Api.Post($"/v1/simulate/disputes/{dispute}/action", new { action = "win" });
        await DisputeCalls.Act(account, dispute, "reject");
        var late = await account.Api.Post($"/v1/simulate/disputes/{dispute}/action", new { action = "submit" });

        Assert.Equal(("conflict_state", "action"), (early.Code, early.Param));
        Assert.Equal("The dispute's stage is filed, which does not allow win.", early["message"]);
        Assert.Equal("In the stage filed, the action is one of submit, reject, expire.", early["hint"]);
        Assert.Equal(("conflict_state", "The dispute is lost."), (late.Code, late["message"]));
    }

    [DatabaseTheory]
    public async Task Each_turn_is_told_once_with_the_dispute_as_it_stands(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1_000);
        var card = await account.IssueCard(load: 100);
        var won = (await DisputeCalls.File(account, await DisputeCalls.Buy(account, card, 10)))["id"];
        foreach (var action in new[] { "submit", "represent", "escalate", "win" })
        {
            await DisputeCalls.Act(account, won, action);
        }

        var lost = (await DisputeCalls.File(account, await DisputeCalls.Buy(account, card, 20)))["id"];
        await TestAccount.Ok(DisputeCalls.TryWithdraw(account, lost));

        var events = await DatabaseRows.Of(
            host.Database, "SELECT type, resource FROM kernel_event WHERE type LIKE 'dispute.%' ORDER BY id",
            row => (Type: row.GetString(0), Resource: JsonDocument.Parse((byte[])row[1]).RootElement));
        Assert.Equal(
            [("dispute.opened", won), ("dispute.responded", won), ("dispute.won", won), ("dispute.opened", lost), ("dispute.lost", lost)],
            events.Select(told => (told.Type, told.Resource.GetProperty("id").GetString()!)));
        Assert.Equal((await DisputeCalls.Get(account, won)).Json.GetRawText(), events[2].Resource.GetRawText());
        Assert.Equal("withdrawn", events[^1].Resource.GetProperty("outcome").GetString());
    }
}
