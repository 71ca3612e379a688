using System.Globalization;
using System.Text;

namespace Cryptocardium.Tests.Scenarios.Wire;

// One customer's calls, which bring every resource of v1 into an answer. Recorded under the name of the answer's schema.
internal sealed class WireStory(TestHost host, Action<string, Answer> record)
{
    private static readonly object Merchant = new { name = "OpenAI", mcc = "7372", country = "US", network_id = "OPENAI000000001" };

    private static readonly object Home = new
    {
        name = "Ada Lovelace",
        address = new { line1 = "12 St James's Square", city = "London", postal_code = "SW1Y 4LB", country = "GB" },
    };

    public async Task Run()
    {
        // The jobs post the opening capital, without which no chain can pay a withdrawal.
        await host.RunJobs();
        var email = "ada@example.com";
        var opened = Created("NewAccount", await host.Anonymous.Post("/v1/accounts", new { email, password = TestAccount.Password }));
        using var api = new ApiClient(host.Server, opened.Json.GetProperty("session").GetProperty("token").GetString());
        Created("NewSession", await host.Anonymous.Post("/v1/sessions", new { email, password = TestAccount.Password }));
        await Get(api, "Account", "/v1/accounts/me");
        await Get(api, "Credential", "/v1/credentials/current");
        record("ApiError", await api.Get("/v1/cards/card_000000000000000000000000"));

        await Treasury(api);
        var card = await Cards(api);
        await Purchases(api, card);
        await Records(api);
        await Rules(api, card);

        // A slow issuer comes last, because operations that need it wait on the clock of the test.
        Created("Fault", await api.Post("/v1/simulate/faults", new { type = "issuer_latency", latency_ms = 200, duration_seconds = 60 }));
        await Get(api, "FaultList", "/v1/simulate/faults");
        await Get(api, "EventTypeList", "/v1/event_types?limit=2");
        var loads = await Get(api, "EventList", "/v1/events?limit=2&type=card.loaded");
        await Get(api, "Event", $"/v1/events/{loads.Json.GetProperty("data")[0].GetProperty("id").GetString()}");
    }

    private async Task Treasury(ApiClient api)
    {
        await Get(api, "ChainList", "/v1/chains");
        var topup = Created("Topup", await api.Post("/v1/topups", new { amount_usd = 1_000, asset = "USDT", chain = "tron" }));
        Ok("Topup.completed", await api.Post($"/v1/simulate/topups/{topup["id"]}/deposit"));
        await Get(api, "TopupList", "/v1/topups?limit=2");
        await Get(api, "Balance", "/v1/balance");
        var target = new { amount_usd = 12.5m, chain = "tron", address = "TJEh7TX8sNj5uq4hXKyYdTrnGmecipESBX" };
        Ok("WithdrawalQuote", await api.Post("/v1/withdrawals/quote", target));
        Created("Withdrawal", await api.Post("/v1/withdrawals", target));
        await Get(api, "WithdrawalList", "/v1/withdrawals?limit=2");
        Ok("SimulatedChain", await api.Post("/v1/simulate/chains/tron/blocks", new { blocks = 2 }));
    }

    private async Task<string> Cards(ApiClient api)
    {
        await Get(api, "BinList", "/v1/bins");
        var physical = Created("IssuedCard", await api.Post("/v1/cards", new { type = "physical", bin = "448585", shipping = Home, label = "Travel" }));
        await Get(api, "Shipment", $"/v1/cards/{physical["id"]}/shipment");
        var card = (await TestAccount.Created(api.Post("/v1/cards", new { type = "virtual", bin = "489517", load_usd = 300 })))["id"];
        Ok("CardLoad", await api.Post($"/v1/cards/{card}/load", new { amount_usd = 20.5m }));
        Ok("CardUnload", await api.Post($"/v1/cards/{card}/unload", new { amount_usd = 10 }));
        Created("WalletToken", await api.Post($"/v1/cards/{card}/wallet_tokens", new { wallet = "apple_pay", device_name = "Ada's phone" }));
        await Get(api, "WalletTokenList", $"/v1/cards/{card}/wallet_tokens");
        Ok("CardLimits", await api.Send(HttpMethod.Patch, $"/v1/cards/{card}/limits", new { daily_usd = 100, daily_count = 9 }));
        await Get(api, "Card", $"/v1/cards/{card}");
        await Get(api, "CardPan", $"/v1/cards/{card}/pan");
        await Get(api, "CardList", "/v1/cards?limit=2");
        return card;
    }

    private async Task Purchases(ApiClient api, string card)
    {
        var purchase = new { card_id = card, amount_usd = 42.95m, merchant = Merchant };
        Ok("AuthorizationPreview", await api.Post("/v1/authorizations/preview", purchase));
        var held = Created("Transaction", await api.Post("/v1/simulate/authorizations", purchase));
        await Get(api, "Authorization", $"/v1/authorizations/{held["authorization_id"]}");
        await Get(api, "AuthorizationList", "/v1/authorizations?limit=2");
        var captured = Created("Transaction.capture", await api.Post($"/v1/simulate/authorizations/{held["authorization_id"]}/capture"));
        var declined = Created("Transaction.declined", await api.Post("/v1/simulate/authorizations", new { card_id = card, amount_usd = 4_000, merchant = Merchant }));
        await Get(api, "TransactionExplanation", $"/v1/transactions/{declined["id"]}/explain");
        await Get(api, "TransactionList", "/v1/transactions?limit=2");

        var dispute = Created("Dispute", await api.Post(
            "/v1/disputes", new { transaction_id = captured["id"], reason = "duplicate", description = "Charged twice." }));
        var evidence = $"/v1/disputes/{dispute["id"]}/evidence";
        Created("Evidence", await api.Send(Samples.Upload(evidence, new ByteArrayContent(Encoding.UTF8.GetBytes("Paid once.\n")), "receipt.txt")));
        await Get(api, "EvidenceList", evidence);
        await Get(api, "DisputeList", "/v1/disputes?limit=2");
    }

    private async Task Records(ApiClient api)
    {
        var month = host.Clock.GetUtcNow().ToString("yyyy-MM", CultureInfo.InvariantCulture);
        await Get(api, "LedgerEntryList", "/v1/ledger/entries?limit=2");
        await Get(api, "LedgerProof", "/v1/ledger/proof");
        await Get(api, "StatementList", "/v1/statements?limit=2");
        await Get(api, "Statement", $"/v1/statements/{month}?limit=2");
        await Get(api, "ActivityList", "/v1/activity?limit=2");
        var audit = await Get(api, "AuditEntryList", "/v1/audit?limit=2");
        await Get(api, "AuditEntry", $"/v1/audit/{audit.Json.GetProperty("data")[0].GetProperty("id").GetString()}");
        var requests = await Get(api, "RequestLogList", "/v1/request_logs?limit=1&operation=simulate_capture");
        var request = $"/v1/request_logs/{requests.Json.GetProperty("data")[0].GetProperty("id").GetString()}";
        await Get(api, "RequestLog", request);
        await Get(api, "RequestTrace", $"{request}/trace");
        await Get(api, "ChangelogList", "/v1/changelog?limit=1");
        await Get(api, "PlatformStatus", "/v1/status");
    }

    private async Task Rules(ApiClient api, string card)
    {
        Ok("CardMcc", await api.Send(HttpMethod.Patch, $"/v1/cards/{card}/mcc", """{"deny":["group:gambling","6051"]}"""));
        await Get(api, "CardGeo", $"/v1/cards/{card}/geo");
        Ok("Card.frozen", await api.Post($"/v1/cards/{card}/freeze", new { decline_as = "retryable" }));
    }

    private async Task<Answer> Get(ApiClient api, string name, string path) => Ok(name, await api.Get(path));

    private Answer Ok(string name, Answer answer) => Record(name, System.Net.HttpStatusCode.OK, answer);

    private Answer Created(string name, Answer answer) => Record(name, System.Net.HttpStatusCode.Created, answer);

    private Answer Record(string name, System.Net.HttpStatusCode expected, Answer answer)
    {
        Xunit.Assert.True(answer.Status == expected, $"{name}: expected {(int)expected}: {answer}");
        record(name, answer);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        return answer;
    }
}
