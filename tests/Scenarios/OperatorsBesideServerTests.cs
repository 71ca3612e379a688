using Cryptocardium.Kernel.Data;
using Xunit;

namespace Cryptocardium.Tests.Scenarios;

// Every command of operators runs beside a server under load, and authorizations do not stop for it.
public sealed class OperatorsBesideServerTests
{
    private const string DeniedSender = "TZASdUu9pT7pK4VuBMuKFHRv2e6k25mSVS";
    private const int Workers = 4;
    private const int Cards = 120;

    [DatabaseTheory]
    public async Task Every_command_works_beside_a_server_and_authorizations_go_on(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var denied = Path.Combine(database.Directory, "denied.txt");
        await File.WriteAllTextAsync(denied, DeniedSender);
        using var server = await ServerProcess.Start(database, $"--Treasury:DenyList={denied}");
        using var anonymous = new ApiClient(server.Server);
        var account = await TestAccount.Created(anonymous.Post("/v1/accounts", new { email = "operator@example.com", password = TestAccount.Password }));
        using var api = new ApiClient(server.Server, account.Json.GetProperty("session").GetProperty("token").GetString());
        var held = await Deposit(api, new { amount_usd = 20, sender = DeniedSender });
        await Deposit(api, null);
        var cards = await Task.WhenAll(Enumerable.Range(0, Cards).Select(_ => Issue(api)));
        var dispute = await Dispute(api, cards[0]);

        // The answer of each command. Two of them find nothing to do, which is their answer too.
        (string Command, int Code, string Answer)[] table =
        [
            ("operator buy-gas --mode sandbox --chain tron --amount 5", 0, "are gas now"),
            ("operator rebalance --mode sandbox --from tron --to bsc --amount 10", 0, "stand on bsc instead of tron"),
            ($"operator release-unallocated --deposit {held} --to credit", 0, ""),
            ($"operator absorb-dispute --dispute {dispute}", 0, ""),
            ("operator announce-deprecation --title v2 --text v1-stays --doc-url https://example.com/v2", 0, "every account gets system.deprecation"),
            ("operator remove-deposit --deposit dep_000000", 1, "Refused: "),
            ($"operator write-off --account {account["id"]} --mode sandbox --amount 1", 1, "Refused: "),
            ("rotate-vault-key", 0, $"{Cards} re-wrapped, 100 %"),
        ];
        using var ended = new CancellationTokenSource();
        var counts = new int[Workers];
        var load = Enumerable.Range(0, Workers).Select(worker => Authorize(api, cards[worker], () => counts[worker]++, ended.Token)).ToList();
        foreach (var (command, code, answer) in table)
        {
            var before = counts.Sum();
            var result = await HostProcess.Run(database, command);
            Assert.True(result.Code == code && result.Output.Contains(answer, StringComparison.Ordinal), $"{command}: {result}");
            Assert.True(counts.Sum() > before, $"No authorization was answered during {command}.");
        }

        await ended.CancelAsync();
        await Task.WhenAll(load);
        Assert.Equal(counts.Sum(), await DatabaseRows.Number(database, "SELECT COUNT(*) FROM cards_transaction WHERE status <> 'captured'") - 1);
        Assert.Equal(Cards, await DatabaseRows.Number(database, "SELECT COUNT(*) FROM cards_vault WHERE key_version = 1"));
        Assert.Equal(0, (await HostProcess.Run(database, "verify")).Code);
    }

    // Approved while the card has money and declined afterwards; a command that stops the writer would show as another answer.
    private static async Task Authorize(ApiClient api, string card, Action answered, CancellationToken ended)
    {
        while (!ended.IsCancellationRequested)
        {
            await TestAccount.Created(api.Post(
                "/v1/simulate/authorizations", new { card_id = card, amount_usd = 0.01m, merchant = new { name = "OpenAI", mcc = "7372" } }));
            answered();
        }
    }

    private static async Task<string> Deposit(ApiClient api, object? body)
    {
        var topup = await TestAccount.Created(api.Post("/v1/topups", new { amount_usd = body is null ? 199 : 20, asset = "USDT", chain = "tron" }));
        await TestAccount.Ok(api.Post($"/v1/simulate/topups/{topup["id"]}/deposit", body));
        return (await TestAccount.Ok(api.Get($"/v1/topups/{topup["id"]}"))).Json.GetProperty("deposits")[0].GetProperty("id").GetString()!;
    }

    private static async Task<string> Issue(ApiClient api)
    {
        var answer = await TestAccount.Created(api.Post("/v1/cards", new { type = "virtual", bin = "489517", load_usd = 1 }));
        return answer["id"];
    }

    private static async Task<string> Dispute(ApiClient api, string card)
    {
        var bought = await TestAccount.Created(api.Post(
            "/v1/simulate/authorizations",
            new { card_id = card, amount_usd = 1, merchant = new { name = "OpenAI", mcc = "7372" }, auto_capture = true }));
        return (await TestAccount.Created(api.Post(
            "/v1/disputes", new { transaction_id = bought["id"], reason = "duplicate", description = "Twice." })))["id"];
    }
}
