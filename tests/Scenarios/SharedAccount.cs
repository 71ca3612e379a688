using System.Globalization;
using System.Net;
using Xunit;

namespace Cryptocardium.Tests.Scenarios;

// An account used by many clients through several nodes, with the balances that follow from their responses.
internal sealed class SharedAccount(ApiClient[] nodes, string card) : IDisposable
{
    private const decimal FirstDeposit = 1_000m;
    private const decimal FeeShare = 0.02m;
    private const string Wallet = "TZASdUu9pT7pK4VuBMuKFHRv2e6k25mSVS";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly Lock gate = new();
    private readonly List<string> withdrawals = [];
    private decimal treasury = FirstDeposit;
    private decimal onCard;

    public IReadOnlyCollection<string> Withdrawals => withdrawals;

    public static async Task<SharedAccount> Open(Uri[] servers, int number)
    {
        using var anonymous = new ApiClient(servers[0]);
        var account = await TestAccount.Created(anonymous.Post(
            "/v1/accounts", new { email = $"shared-{number}@example.com", password = TestAccount.Password }));
        var bearer = account.Json.GetProperty("session").GetProperty("token").GetString()!;
        ApiClient[] nodes = [.. servers.Select(server => new ApiClient(server, bearer))];
        var topup = await TestAccount.Created(nodes[0].Post("/v1/topups", new { amount_usd = FirstDeposit, asset = "USDT", chain = "tron" }));
        await TestAccount.Ok(nodes[0].Post($"/v1/simulate/topups/{topup["id"]}/deposit"));
        var card = await TestAccount.Created(nodes[0].Post("/v1/cards", new { type = "virtual", bin = "489517" }));
        return new SharedAccount(nodes, card["id"]);
    }

    public async Task Load(int node, decimal amount, string key)
    {
        if (await Post(node, $"/v1/cards/{card}/load", new { amount_usd = amount }, key) is not null)
        {
            Move(-amount * (1 + FeeShare), amount);
        }
    }

    public async Task Unload(int node, decimal amount, string key)
    {
        if (await Post(node, $"/v1/cards/{card}/unload", new { amount_usd = amount }, key) is not null)
        {
            Move(amount, -amount);
        }
    }

    public async Task Deposit(int node, decimal amount, string key)
    {
        var topup = await Post(node, "/v1/topups", new { amount_usd = amount, asset = "USDT", chain = "tron" }, key);
        if (topup is not null && await Post(node, $"/v1/simulate/topups/{topup["id"]}/deposit", null, key + "-paid") is not null)
        {
            Move(amount, 0);
        }
    }

    public async Task Withdraw(int node, decimal amount, string key)
    {
        if (await Post(node, "/v1/withdrawals", new { amount_usd = amount, chain = "tron", address = Wallet }, key) is { } withdrawal)
        {
            Move(-amount, 0);
            lock (gate)
            {
                withdrawals.Add(withdrawal["id"]);
            }
        }
    }

    // Requires that every node shows the balances that follow from all responses.
    public async Task AddUp()
    {
        foreach (var node in nodes)
        {
            var balance = await TestAccount.Ok(node.Get("/v1/balance"));
            var money = await TestAccount.Ok(node.Get($"/v1/cards/{card}"));
            Assert.Equal((Text(treasury), Text(onCard)), (balance.Money("available_usd"), money.Money("balance_usd")));
        }
    }

    public void Dispose()
    {
        foreach (var node in nodes)
        {
            node.Dispose();
        }
    }

    private static string Text(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    private void Move(decimal inTreasury, decimal onThisCard)
    {
        lock (gate)
        {
            treasury += inTreasury;
            onCard += onThisCard;
        }
    }

    // Repeats a request without a definite outcome with its key, on the next node. Returns null for a refusal.
    private async Task<Answer?> Post(int node, string path, object? body, string key)
    {
        for (var attempt = 0; ; attempt++)
        {
            var answer = await nodes[(node + attempt) % nodes.Length].Post(path, body, key);
            if ((int)answer.Status < 300)
            {
                return answer;
            }

            if (answer.Code is "insufficient_treasury_balance" or "insufficient_card_balance" or "withdrawal_limit_reached")
            {
                return null;
            }

            Assert.True(answer.Status == HttpStatusCode.ServiceUnavailable || answer.Code is "idempotency_in_progress" or "commit_unknown", $"{path}: {answer}");
            await Task.Delay(Pause);
        }
    }
}
