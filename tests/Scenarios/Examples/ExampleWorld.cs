using System.Globalization;
using System.Text.RegularExpressions;

namespace Cryptocardium.Tests.Scenarios.Examples;

/// <summary>An account with one object of each kind, whose ids take the place of those in the examples of the contract.</summary>
internal sealed partial class ExampleWorld(TestHost host, TestAccount account)
{
    private readonly Dictionary<string, string> ids = [];

    public TestAccount Account => account;

    /// <summary>Opens an account with the objects that the operation needs.</summary>
    public static async Task<ExampleWorld> For(string operation, TestHost host)
    {
        var world = new ExampleWorld(host, await host.SignUpWith(1_000));
        await world.Fill();
        await world.Prepare(operation);
        return world;
    }

    /// <summary>The text with the ids of this world, the month of its clock, and a chain that exists.</summary>
    public string Replace(string text) => Id().Replace(
        Month().Replace(text, host.Clock.GetUtcNow().ToString("yyyy-MM", CultureInfo.InvariantCulture)),
        match => ids.GetValueOrDefault(match.Groups[1].Value, match.Value));

    private async Task Fill()
    {
        var api = account.Api;
        ids["top"] = (await TestAccount.Created(api.Post("/v1/topups", new { amount_usd = 500, asset = "USDT", chain = "tron" })))["id"];
        ids["wd"] = (await TestAccount.Created(api.Post(
            "/v1/withdrawals", new { amount_usd = 20, chain = "tron", address = "TJEh7TX8sNj5uq4hXKyYdTrnGmecipESBX" })))["id"];
        var issued = await TestAccount.Created(api.Post("/v1/cards", new { type = "virtual", bin = "489517", load_usd = 200 }));
        ids["card"] = issued["id"];
        ids["req"] = issued.Header("Request-Id")!;
        ids["wtk"] = (await TestAccount.Created(api.Post($"/v1/cards/{ids["card"]}/wallet_tokens", new { wallet = "apple_pay" })))["id"];
        var disputed = await account.Capture((await account.Authorize(ids["card"], 20))["authorization_id"]);
        ids["dsp"] = (await TestAccount.Created(api.Post(
            "/v1/disputes", new { transaction_id = disputed["id"], reason = "duplicate", description = "Charged twice." })))["id"];
        ids["evd"] = (await TestAccount.Created(api.Send(Samples.Upload(
            $"/v1/disputes/{ids["dsp"]}/evidence", new ByteArrayContent(Samples.Pdf(1_000))))))["id"];
        ids["tx"] = (await account.Capture((await account.Authorize(ids["card"], 42.95m))["authorization_id"]))["id"];
        ids["auth"] = (await account.Authorize(ids["card"], 42.95m))["authorization_id"];
        await TestAccount.Ok(api.Get($"/v1/cards/{ids["card"]}/pan"));
        ids["evt"] = (await TestAccount.Ok(api.Get("/v1/events?limit=1"))).Json.GetProperty("data")[0].GetProperty("id").GetString()!;
        ids["audit"] = (await TestAccount.Ok(api.Get("/v1/audit?limit=1"))).Json.GetProperty("data")[0].GetProperty("id").GetString()!;
    }

    // The state that the operation starts from, where it is not that of the usual objects.
    private async Task Prepare(string operation)
    {
        var api = account.Api;
        switch (operation)
        {
            case "unfreezeCard":
                await TestAccount.Ok(api.Post($"/v1/cards/{ids["card"]}/freeze"));
                break;
            case "activateCard" or "getCardShipment" or "simulateShipment":
                ids["card"] = (await TestAccount.Created(api.Post("/v1/cards", new { type = "physical", bin = "448585", shipping = Home() })))["id"];
                await (operation == "activateCard" ? TestAccount.Ok(api.Post($"/v1/simulate/cards/{ids["card"]}/shipment")) : Task.CompletedTask);
                break;
            case "simulateRefundReversal":
                ids["tx"] = (await TestAccount.Created(api.Post("/v1/simulate/refunds", new { transaction_id = ids["tx"] })))["id"];
                break;
            case "getFault" or "removeFault":
                ids["flt"] = (await TestAccount.Created(api.Post("/v1/simulate/faults", new { type = "issuer_outage" })))["id"];
                break;
            default:
                break;
        }
    }

    private static object Home() => new
    {
        name = "Ada Lovelace",
        address = new { line1 = "12 St James's Square", city = "London", postal_code = "SW1Y 4LB", country = "GB" },
    };

    [GeneratedRegex("\\b(top|wd|card|req|wtk|dsp|evd|tx|auth|audit|flt|evt)_[0-9a-z]{20,40}\\b")]
    private static partial Regex Id();

    [GeneratedRegex("(?<=/statements/)[0-9]{4}-[0-9]{2}")]
    private static partial Regex Month();
}
