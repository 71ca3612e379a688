using System.Net;
using Cryptocardium.Kernel.Data;
using Xunit;

namespace Cryptocardium.Tests.Scenarios.Time;

// The whole process under a wall clock that jumps during load.
public sealed class FaketimeTests
{
    private const int Callers = 4;
    private const int CallsPerJump = 40;

    [FaketimeFact]
    public async Task A_wall_clock_that_jumps_during_load_locks_nobody_out_and_ends_no_hold_or_session()
    {
        await using var database = await TestDatabase.Create(Engine.Sqlite);
        var offset = Path.Combine(database.Directory, "faketime");
        await Jump(offset, "+0");
        using var server = await ServerProcess.Start(database, new Dictionary<string, string>
        {
            ["LD_PRELOAD"] = FaketimeFactAttribute.Library,
            ["FAKETIME_TIMESTAMP_FILE"] = offset,
            ["FAKETIME_NO_CACHE"] = "1",
            ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1",
        });
        using var anonymous = new ApiClient(server.Server);
        var email = "traveler@example.com";
        var account = await TestAccount.Created(anonymous.Post("/v1/accounts", new { email, password = TestAccount.Password }));
        using var api = new ApiClient(server.Server, account.Json.GetProperty("session").GetProperty("token").GetString());
        var topup = await TestAccount.Created(api.Post("/v1/topups", new { amount_usd = 500, asset = "USDT", chain = "tron" }));
        await TestAccount.Ok(api.Post($"/v1/simulate/topups/{topup["id"]}/deposit"));
        var card = (await TestAccount.Created(api.Post("/v1/cards", new { type = "virtual", bin = "489517", load_usd = 400 })))["id"];
        var held = (await TestAccount.Created(Authorize(api, card)))["authorization_id"];

        foreach (var jump in (string[])["+2h", "-2h", "+11d", "-11d", "+0"])
        {
            await Jump(offset, jump);
            await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Load(api, card)));
            Assert.Equal((jump, HttpStatusCode.Created), (jump, (await anonymous.Post("/v1/sessions", new { email, password = TestAccount.Password })).Status));
            Assert.Equal((jump, "pending"), (jump, (await TestAccount.Ok(api.Get($"/v1/authorizations/{held}")))["status"]));
        }
    }

    // Replaces the file at once, since the process reads it with each call of a clock.
    private static async Task Jump(string file, string offset)
    {
        await File.WriteAllTextAsync($"{file}.new", $"{offset}\n");
        File.Move($"{file}.new", file, overwrite: true);
    }

    private static async Task Load(ApiClient api, string card)
    {
        for (var call = 0; call < CallsPerJump; call++)
        {
            await TestAccount.Created(Authorize(api, card));
            await TestAccount.Ok(api.Get("/v1/balance"));
        }
    }

    private static Task<Answer> Authorize(ApiClient api, string card) => api.Post(
        "/v1/simulate/authorizations", new { card_id = card, amount_usd = 0.1m, merchant = new { name = "OpenAI", mcc = "7372" } });
}
