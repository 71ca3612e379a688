namespace Cryptocardium.Tests.Treasury;

internal static class WithdrawalCalls
{
    public const string Tron = "TJEh7TX8sNj5uq4hXKyYdTrnGmecipESBX";
    public const string Ethereum = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";

    // The time during which a withdrawal can be cancelled.
    public static readonly TimeSpan Delay = TimeSpan.FromSeconds(5);

    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>Starts the product and posts the opening capital of the simulated chains, without which no payout is possible.</summary>
    public static async Task<TestHost> Start(Kernel.Data.Engine engine, params string[] arguments)
    {
        var host = await TestHost.Start(engine, arguments);
        await host.RunJobs();
        return host;
    }

    public static string Address(string chain) => chain == "tron" ? Tron : Ethereum;

    public static Task<Answer> Try(TestAccount account, decimal amount, string chain = "tron", string? address = null, string? key = null) =>
        account.Api.Post("/v1/withdrawals", new { amount_usd = amount, chain, address = address ?? Address(chain) }, key);

    public static Task<Answer> Withdraw(TestAccount account, decimal amount, string chain = "tron") =>
        TestAccount.Created(Try(account, amount, chain));

    public static Task<Answer> Get(TestAccount account, Answer withdrawal) =>
        TestAccount.Ok(account.Api.Get($"/v1/withdrawals/{withdrawal["id"]}"));

    public static Task<Answer> Cancel(TestAccount account, Answer withdrawal) =>
        account.Api.Post($"/v1/withdrawals/{withdrawal["id"]}/cancel");

    public static Task<Answer> Advance(TestAccount account, Answer withdrawal, string? to = null) => account.Api.Post(
        $"/v1/simulate/withdrawals/{withdrawal["id"]}/advance", to is null ? null : new { to });

    public static Task<string[]> Events(TestHost host) =>
        StoredRows.Of(host.Database, "SELECT type FROM kernel_event WHERE type LIKE 'withdrawal.%' ORDER BY no");

    /// <summary>Transfers on the simulated chains: number of broadcasts, recipient, units.</summary>
    public static Task<string[]> Moved(TestHost host) =>
        StoredRows.Of(host.Database, "SELECT times_sent, to_address, units FROM treasury_sim_payout ORDER BY nonce");
}
