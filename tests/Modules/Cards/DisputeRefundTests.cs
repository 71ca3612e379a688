using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

// A refunded amount cannot be disputed, and an amount won by a dispute cannot be refunded.
public sealed class DisputeRefundTests
{
    [DatabaseTheory]
    public async Task An_amount_won_by_a_dispute_is_not_refunded_and_a_refunded_one_is_not_disputed(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1_000);
        var card = await account.IssueCard(load: 100);
        var (won, refunded) = (await DisputeCalls.Buy(account, card, 40), await DisputeCalls.Buy(account, card, 20));
        var dispute = (await DisputeCalls.File(account, won, 30))["id"];
        await DisputeCalls.Act(account, dispute, "submit");
        await DisputeCalls.Act(account, dispute, "accept");

        var refund = await account.Api.Post("/v1/simulate/refunds", new { transaction_id = won, amount_usd = 10.01 });
        Assert.Equal(("refund_exceeds_capture", "10.00"), (refund.Code, refund.Money("available_usd")));
        await TestAccount.Created(account.Api.Post("/v1/simulate/refunds", new { transaction_id = won, amount_usd = 10 }));
        Assert.Equal("dispute_amount_too_large", (await DisputeCalls.TryFile(account, won)).Code);

        await TestAccount.Created(account.Api.Post("/v1/simulate/refunds", new { transaction_id = refunded, amount_usd = 15 }));
        Assert.Equal("5.00", (await DisputeCalls.TryFile(account, refunded, 5.01m)).Money("available_usd"));
        await TestAccount.Created(account.Api.Post("/v1/simulate/refunds", new { transaction_id = refunded }));
        Assert.Equal("transaction_refunded", (await DisputeCalls.TryFile(account, refunded)).Code);
    }

    [DatabaseTheory]
    public async Task A_refund_of_all_that_is_disputed_ends_the_dispute(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1_000);
        var capture = await DisputeCalls.Buy(account, await account.IssueCard(load: 100), 40);
        var dispute = (await DisputeCalls.File(account, capture))["id"];

        await TestAccount.Created(account.Api.Post("/v1/simulate/refunds", new { transaction_id = capture, amount_usd = 15 }));
        var smaller = await DisputeCalls.Get(account, dispute);
        Assert.Equal(("opened", "40.00", "25.00"), (smaller["status"], smaller.Money("amount_usd"), smaller.Money("provisional_credit_usd")));
        await TestAccount.Created(account.Api.Post("/v1/simulate/refunds", new { transaction_id = capture }));

        var ended = await DisputeCalls.Get(account, dispute);
        Assert.Equal(("lost", "refunded", "0.00", ""), (ended["status"], ended["outcome"], ended.Money("provisional_credit_usd"), ended["evidence_due_at"]));
        var told = await DatabaseRows.Of(host.Database, "SELECT type FROM kernel_event ORDER BY id", row => row.GetString(0));
        Assert.Equal(["dispute.opened", "transaction.refunded", "transaction.refunded", "dispute.lost"], told[^4..]);
    }
}
