using System.Globalization;
using static Cryptocardium.Tests.Treasury.TopupCalls;

namespace Cryptocardium.Tests.Treasury;

/// <summary>Runs the steps of a table on one top-up of one account.</summary>
internal sealed class TreasurySteps(TestAccount account)
{
    // An address on the deny list of the hosts in these tests.
    public const string DeniedSender = "TZASdUu9pT7pK4VuBMuKFHRv2e6k25mSVS";

    /// <summary>The top-up of the last step "create".</summary>
    public Answer Topup { get; private set; } = null!;

    /// <summary>Runs steps separated by commas.</summary>
    public async Task Run(string steps)
    {
        foreach (var step in steps.Split(", ", StringSplitOptions.RemoveEmptyEntries))
        {
            await Run(step.Split(' '));
        }
    }

    /// <summary>Reads the top-up.</summary>
    public Task<Answer> Now() => TestAccount.Ok(account.Api.Get($"/v1/topups/{Topup["id"]}"));

    /// <summary>The status of each deposit, oldest first.</summary>
    public async Task<string> Deposits() => string.Join(
        ' ', (await Now()).Json.GetProperty("deposits").EnumerateArray().Select(deposit => deposit.GetProperty("status").GetString()));

    /// <summary>Mines blocks on the account's chain, after an optional reorganization.</summary>
    public Task<Answer> Blocks(int blocks = 1, int depth = 0, bool reinclude = false, string mode = "sandbox") => TestAccount.Ok(
        account.Api.Post("/v1/simulate/chains/tron/blocks", new { mode, blocks, reorg_depth = depth, reinclude }));

    private async Task Run(string[] step)
    {
        var amount = step.Length > 1 ? decimal.Parse(step[1], CultureInfo.InvariantCulture) : 0;
        switch (step[0])
        {
            case "create":
                Topup = await Create(account, amount);
                break;
            case "cancel":
                await TestAccount.Ok(account.Api.Post($"/v1/topups/{Topup["id"]}/cancel"));
                break;
            case "expire":
                account.Host.Clock.Advance(TimeSpan.FromMinutes(60));
                await account.Host.RunJobs();
                break;
            case "card":
                await account.IssueCard(load: amount);
                break;
            case "wait":
                account.Host.Clock.Advance(TimeSpan.FromSeconds((double)amount));
                await account.Host.RunJobs();
                break;
            case "mine":
                await Blocks((int)amount);
                break;
            case "reorganize":
                await Blocks(0, (int)amount);
                break;
            case "reinclude":
                await Blocks((int)amount, reinclude: true);
                break;
            default:
                await Deposit(account, Topup, Sent(step[0], amount));
                break;
        }
    }

    private static object Sent(string how, decimal amount) => how switch
    {
        "deposit" => new { amount_usd = amount },
        "detect" => new { amount_usd = amount, confirmations = 5 },
        "foreign" => new { amount_usd = amount, asset = "USDC", confirmations = 5 },
        "unsettled" => new { amount_usd = amount, settlement_failure = true, confirmations = 5 },
        "delay" => new { amount_usd = amount, delay_seconds = 60 },
        "fail" => new { amount_usd = amount, settlement_failure = true },
        "wrong" => new { amount_usd = amount, asset = "USDC" },
        "deny" => new { amount_usd = amount, sender = DeniedSender },
        _ => throw new ArgumentOutOfRangeException(nameof(how), how, "There is no such step."),
    };
}
