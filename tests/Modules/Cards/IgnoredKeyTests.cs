using System.Net;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

// A POST that changes nothing accepts an Idempotency-Key, of any form, and neither claims it nor replays a reply.
[Covers("preview_authorization", "quote_withdrawal")]
public sealed class IgnoredKeyTests
{
    [DatabaseTheory]
    public async Task A_key_is_accepted_and_never_claimed(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(500);
        var card = await account.IssueCard(load: 10);
        var stored = await Stored(host);

        foreach (var amount in new[] { 5, 50 })
        {
            var merchant = new { name = "OpenAI", mcc = "7372" };
            var preview = await account.Api.Post("/v1/authorizations/preview", new { card_id = card, amount_usd = amount, merchant }, "same key");
            var quote = await account.Api.Post("/v1/withdrawals/quote", new { amount_usd = amount + 20, chain = "tron" }, "same key");

            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (preview.Status, quote.Status));
            Assert.Equal((amount == 5 ? "approved" : "declined", $"{amount + 20}.00"), (preview["decision"], quote.Money("amount_usd")));
            Assert.Null(preview.Header("Idempotent-Replayed"));
        }

        Assert.Equal(stored, await Stored(host));
    }

    private static Task<long> Stored(TestHost host) => DatabaseRows.Number(host.Database, "SELECT COUNT(*) FROM kernel_reply");
}
