using System.Net;
using Cryptocardium.Kernel.Data;
using static Cryptocardium.Tests.Treasury.TopupCalls;

namespace Cryptocardium.Tests.Treasury;

public sealed class GetTopupTests
{
    [DatabaseTheory]
    public async Task A_topup_of_another_account_is_unknown(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var owner = await host.SignUp();
        using var other = await host.SignUp();
        var topup = await Create(owner, 50);

        foreach (var answer in new[]
        {
            await other.Api.Get($"/v1/topups/{topup["id"]}"),
            await other.Api.Post($"/v1/topups/{topup["id"]}/cancel"),
            await other.Api.Post($"/v1/simulate/topups/{topup["id"]}/deposit"),
        })
        {
            Assert.Equal((HttpStatusCode.NotFound, "resource_not_found", "topup_id"), (answer.Status, answer.Code, answer.Param));
        }

        Assert.Equal("0.00/50.00 0.00/0.00", await Books(owner));
    }
}
