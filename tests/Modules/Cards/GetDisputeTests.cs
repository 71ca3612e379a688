using System.Net;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class GetDisputeTests
{
    [DatabaseTheory]
    public async Task Nobody_sees_or_moves_the_disputes_of_others(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1_000);
        using var other = await host.SignUpWith(1_000);
        var dispute = (await DisputeCalls.File(account, await DisputeCalls.Buy(account, await account.IssueCard(load: 100), 10)))["id"];

        Assert.Equal(HttpStatusCode.NotFound, (await other.Api.Get($"/v1/disputes/{dispute}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await DisputeCalls.TryAct(other, dispute, "submit")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await DisputeCalls.TryWithdraw(other, dispute)).Status);
        Assert.Equal(0, (await TestAccount.Ok(other.Api.Get("/v1/disputes"))).Json.GetProperty("data").GetArrayLength());
        Assert.Equal("filed", (await DisputeCalls.Get(account, dispute))["stage"]);
    }
}
