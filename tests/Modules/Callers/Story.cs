using Cryptocardium.Tests.Treasury;

namespace Cryptocardium.Tests.Callers;

// One of everything that an account owns in one book.
internal sealed record Story(string Mode, string Card, string Topup, string Withdrawal, string Authorization, string Capture, string Dispute)
{
    /// <summary>The lists whose rows belong to a card.</summary>
    public static readonly string[] CardLists = ["/v1/cards", "/v1/transactions", "/v1/authorizations", "/v1/disputes"];

    /// <summary>The lists whose rows belong to a book.</summary>
    public static readonly string[] Lists = [.. CardLists, "/v1/topups", "/v1/withdrawals"];

    /// <summary>The addresses of everything that belongs to the card.</summary>
    public IEnumerable<string> CardReads =>
    [
        $"/v1/cards/{Card}", $"/v1/cards/{Card}/limits", $"/v1/cards/{Card}/transactions", $"/v1/cards/{Card}/wallet_tokens",
        $"/v1/transactions/{Capture}", $"/v1/transactions/{Capture}/explain", $"/v1/authorizations/{Authorization}",
        $"/v1/disputes/{Dispute}", $"/v1/disputes/{Dispute}/evidence",
    ];

    /// <summary>All that there is to read.</summary>
    public IEnumerable<string> Reads => [.. CardReads, $"/v1/topups/{Topup}", $"/v1/withdrawals/{Withdrawal}"];

    /// <summary>Operations that name something of it.</summary>
    public IEnumerable<(string Path, object Body)> Writes =>
    [
        ($"/v1/cards/{Card}/freeze", new { }), ($"/v1/cards/{Card}/load", new { amount_usd = 1 }), ($"/v1/cards/{Card}/cancel", new { }),
        ("/v1/simulate/authorizations", new { card_id = Card, amount_usd = 1, merchant = new { name = "OpenAI", mcc = "7372" } }),
        ("/v1/authorizations/preview", new { card_id = Card, amount_usd = 1, merchant = new { name = "OpenAI", mcc = "7372" } }),
        ($"/v1/simulate/authorizations/{Authorization}/reverse", new { }), ("/v1/simulate/refunds", new { transaction_id = Capture }),
        ("/v1/disputes", new { transaction_id = Capture, reason = "fraud", description = "not mine" }),
        ($"/v1/disputes/{Dispute}/withdraw", new { }), ($"/v1/topups/{Topup}/cancel", new { }), ($"/v1/withdrawals/{Withdrawal}/cancel", new { }),
    ];

    public static async Task<Story> Tell(TestAccount account, decimal deposit)
    {
        var topup = await account.Deposit(deposit);
        var mode = topup["mode"];
        var card = await TestAccount.Created(account.Api.Post("/v1/cards", new { type = "virtual", bin = "489517", load_usd = 20, mode }));
        var bought = await account.Authorize(card["id"], 5);
        var capture = await account.Capture(bought["authorization_id"]);
        var dispute = await TestAccount.Created(account.Api.Post(
            "/v1/disputes", new { transaction_id = capture["id"], reason = "duplicate", description = "charged twice" }));
        var withdrawal = await TestAccount.Created(account.Api.Post(
            "/v1/withdrawals", new { amount_usd = 12, chain = "tron", address = WithdrawalCalls.Tron, mode }));
        return new Story(mode, card["id"], topup["id"], withdrawal["id"], bought["authorization_id"], capture["id"], dispute["id"]);
    }
}
