using System.Net;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

// Messages of the network that are refused, which is no decline: nothing is stored.
[Covers("simulate_force_capture", "simulate_refund", "simulate_network_reversal", "preview_authorization")]
public sealed class RefusedMessageTests
{
    private const int Ceiling = 1_000_000_000;

    private static readonly object Merchant = new { name = "Shop", mcc = "5411" };

    [DatabaseTheory]
    public async Task A_message_about_anothers_card_is_not_found(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1_000);
        using var other = await host.SignUp();
        var card = await account.IssueCard(load: 100);
        var capture = (await account.Capture((await account.Authorize(card, 10))["authorization_id"]))["id"];
        var image = await DatabaseImage.Of(host.Database);

        (Task<Answer> Call, string Param)[] rows =
        [
            (other.Api.Post("/v1/simulate/authorizations", new { card_id = card, amount_usd = 1, merchant = Merchant }), "card_id"),
            (other.Api.Post("/v1/authorizations/preview", new { card_id = card, amount_usd = 1, merchant = Merchant }), "card_id"),
            (other.Api.Post("/v1/simulate/force_captures", new { card_id = card, amount_usd = 1, merchant = Merchant }), "card_id"),
            (other.Api.Post("/v1/simulate/reversals", new { card_id = card, network_reference = "ref-1", merchant = Merchant }), "card_id"),
            (other.Api.Post("/v1/simulate/refunds", new { card_id = card, amount_usd = 1, merchant = Merchant }), "card_id"),
            (other.Api.Post("/v1/simulate/refunds", new { transaction_id = capture }), "transaction_id"),
        ];
        foreach (var (call, param) in rows)
        {
            var answer = await call;
            Assert.Equal((HttpStatusCode.NotFound, "resource_not_found", param), (answer.Status, answer.Code, answer.Param));
        }

        Assert.Equal(image, await DatabaseImage.Of(host.Database));
    }

    // A refund may leave at most the ceiling on card and treasury, and a forced debit at most the ceiling as a debt.
    [DatabaseTheory]
    public async Task A_message_beyond_the_ceiling_of_the_simulation_is_refused(Engine engine)
    {
        await using var host = await TestHost.Start(engine);
        using var account = await host.SignUpWith(1_000);
        var card = await account.IssueCard(load: 100);
        var authorization = (await account.Authorize(card, 10))["authorization_id"];
        var refund = await TestAccount.Created(Send("refunds", 7_000));

        var tooMuchRefunded = await Send("refunds", Ceiling);
        await TestAccount.Created(Send("force_captures", Ceiling));
        await TestAccount.Created(Send("force_captures", 7_000));
        var tooMuchTaken = await Send("force_captures", 7_000);
        var tooMuchCaptured = await account.Api.Post($"/v1/simulate/authorizations/{authorization}/capture", new { amount_usd = 7_000 });
        var tooMuchTakenBack = await account.Api.Post($"/v1/simulate/refunds/{refund["id"]}/reverse");

        Assert.All(
            [tooMuchRefunded, tooMuchTaken, tooMuchCaptured, tooMuchTakenBack],
            answer => Assert.Equal((HttpStatusCode.UnprocessableEntity, "simulation_limit_reached"), (answer.Status, answer.Code)));
        await BooksAudit.Check(host.Database);

        Task<Answer> Send(string message, int amount) =>
            account.Api.Post($"/v1/simulate/{message}", new { card_id = card, amount_usd = amount, merchant = Merchant });
    }
}
