using System.Net;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

// A refund and a dispute at the same time pay the customer once, in either order.
public sealed class DisputeRefundRaceTests
{
    private const int Rounds = 8;

    [DatabaseTheory]
    public async Task A_refund_and_a_dispute_at_once_give_the_money_back_once(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        await host.RunJobs();
        using var account = await host.SignUpWith(1_000);
        var card = await account.IssueCard(load: 500);
        for (var round = 0; round < Rounds; round++)
        {
            var lines = await LedgerLines.StartAt(account);
            var capture = await DisputeCalls.Buy(account, card, 10);

            var (filing, refunding) = (DisputeCalls.TryFile(account, capture), TryRefund(account, capture));
            var (filed, refunded) = (await filing, await refunding);

            Assert.Equal(HttpStatusCode.Created, refunded.Status);
            var end = filed.Status == HttpStatusCode.Created ? (await DisputeCalls.Get(account, filed["id"]))["outcome"] : filed.Code;
            Assert.True(end is "refunded" or "transaction_refunded", end);
            Assert.Equal("A.settle_recv 10, L.settle 10", await lines.Changes());
        }

        await BooksAudit.Check(host.Database);
    }

    [DatabaseTheory]
    public async Task A_refund_and_a_victory_at_once_give_the_money_back_once(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        await host.RunJobs();
        using var account = await host.SignUpWith(1_000);
        var card = await account.IssueCard(load: 500);
        for (var round = 0; round < Rounds; round++)
        {
            var lines = await LedgerLines.StartAt(account);
            var capture = await DisputeCalls.Buy(account, card, 10);
            var dispute = (await DisputeCalls.File(account, capture))["id"];
            await DisputeCalls.Act(account, dispute, "submit");

            var (accepting, refunding) = (DisputeCalls.TryAct(account, dispute, "accept"), TryRefund(account, capture));
            var (accepted, refunded) = (await accepting, await refunding);

            var won = (await DisputeCalls.Get(account, dispute))["status"] == "won";
            Assert.Equal(won ? ("", "refund_exceeds_capture") : ("conflict_state", ""), (accepted.Code, refunded.Code));
            Assert.Equal(
                won ? "A.settle_recv 10, C.avail -10, L.settle 10, U.avail 10" : "A.settle_recv 10, L.settle 10", await lines.Changes());
        }

        await BooksAudit.Check(host.Database);
    }

    private static Task<Answer> TryRefund(TestAccount account, string capture) =>
        account.Api.Post("/v1/simulate/refunds", new { transaction_id = capture });
}
