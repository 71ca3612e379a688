using System.Globalization;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class FileDisputeTests
{
    [DatabaseTheory]
    public async Task A_filed_dispute_says_what_it_is_about_and_what_follows(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1_000);
        var card = await account.IssueCard(load: 100, bin: "557213");
        var capture = await DisputeCalls.Buy(account, card, 42.95m);

        var filed = await DisputeCalls.File(account, capture, reason: "fraud");

        Assert.Matches("^dsp_[0-9a-f]{24}$", filed["id"]);
        Assert.Equal(
            (capture, card, "live", "opened", "filed", "fraud", "4837", "42.95", "42.95", "0", "", ""),
            (filed["transaction_id"], filed["card_id"], filed["mode"], filed["status"], filed["stage"], filed["reason"],
                filed["network_reason_code"], filed.Money("amount_usd"), filed.Money("provisional_credit_usd"), filed["evidence_count"],
                filed["outcome"], filed["response_due_at"]));
        Assert.Equal(Wire(host.Clock.GetUtcNow().AddDays(10)), filed["evidence_due_at"]);
        Assert.Equal(filed.Body, (await DisputeCalls.Get(account, filed["id"])).Body);

        var submitted = await DisputeCalls.Act(account, filed["id"], "submit");
        Assert.Equal(("", Wire(host.Clock.GetUtcNow().AddDays(30))), (submitted["evidence_due_at"], submitted["response_due_at"]));
        var won = await DisputeCalls.Act(account, filed["id"], "accept");
        Assert.Equal(("0.00", "42.95", "", ""), (won.Money("provisional_credit_usd"), won.Money("credited_usd"), won["evidence_due_at"], won["response_due_at"]));
    }

    [DatabaseTheory]
    public async Task An_invalid_dispute_is_refused_and_nothing_moves(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1_000);
        using var other = await host.SignUpWith(1_000);
        var card = await account.IssueCard(load: 100);
        var declined = (await account.Authorize(card, 500))["id"];
        var authorized = await account.Authorize(card, 42.95m);
        var capture = (await account.Capture(authorized["authorization_id"]))["id"];
        var disputed = await DisputeCalls.Buy(account, card, 10);
        await DisputeCalls.File(account, disputed, 4);
        var image = await DatabaseImage.Of(host.Database);

        (Task<Answer> Call, int Status, string Code, string Param)[] refused =
        [
            (DisputeCalls.TryFile(account, declined), 422, "transaction_not_disputable", "transaction_id"),
            (DisputeCalls.TryFile(account, authorized["id"]), 422, "transaction_not_disputable", "transaction_id"),
            (DisputeCalls.TryFile(account, disputed), 422, "dispute_already_open", "transaction_id"),
            (DisputeCalls.TryFile(account, capture, 42.96m), 422, "dispute_amount_too_large", "amount_usd"),
            (DisputeCalls.TryFile(account, capture, 0), 422, "amount_too_small", "amount_usd"),
            (DisputeCalls.TryFile(account, capture, 1.001m), 422, "amount_precision", "amount_usd"),
            (DisputeCalls.TryFile(account, capture, reason: "because"), 400, "invalid_value", "reason"),
            (DisputeCalls.TryFile(account, "tx_000000000000000000000000"), 404, "resource_not_found", "transaction_id"),
            (DisputeCalls.TryFile(other, capture), 404, "resource_not_found", "transaction_id"),
            (account.Api.Get("/v1/disputes/dsp_000000000000000000000000"), 404, "resource_not_found", "dispute_id"),
            (DisputeCalls.TryWithdraw(account, "dsp_000000000000000000000000"), 404, "resource_not_found", "dispute_id"),
            (DisputeCalls.TryAct(account, "dsp_000000000000000000000000", "submit"), 404, "resource_not_found", "dispute_id"),
        ];
        foreach (var (call, status, code, param) in refused)
        {
            var answer = await call;
            Assert.Equal((status, code, param), ((int)answer.Status, answer.Code, answer.Param));
        }

        Assert.Equal(image, await DatabaseImage.Of(host.Database));
    }

    private static string Wire(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
