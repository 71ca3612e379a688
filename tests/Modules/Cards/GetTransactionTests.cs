using System.Net;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class GetTransactionTests
{
    [DatabaseTheory]
    public async Task A_transaction_reads_as_it_was_answered_also_after_the_next_step(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1_000);
        using var other = await host.SignUp();
        var card = await account.IssueCard(load: 100);
        var purchase = await account.Authorize(card, 40);
        var capture = await account.Capture(purchase["authorization_id"], 25);
        var declined = await account.Authorize(card, 500);

        foreach (var step in new[] { purchase, capture, declined })
        {
            Assert.Equal(step.Body, (await TestAccount.Ok(account.Api.Get($"/v1/transactions/{step["id"]}"))).Body);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Api.Get($"/v1/transactions/{step["id"]}")).Status);
        }
    }
}
