using Cryptocardium.Kernel.Data;
using static Cryptocardium.Tests.Treasury.TopupCalls;

namespace Cryptocardium.Tests.Treasury;

// Deposits that were stored before their senders were, and tokens with whatever numbers in them.
public sealed class UnknownSenderTests
{
    // what was sent | whether there is a list | whether the chain knows the sender | what becomes of it | payouts
    public static IEnumerable<object[]> Deposits =>
    [
        ["detect 60", true, true, "credited", "0"],
        ["detect 60", false, false, "credited", "0"],
        ["detect 60", true, false, "held", "0"],
        ["foreign 60", true, true, "rejected", "1"],
        ["foreign 60", false, false, "rejected", "0"],
        ["foreign 60", true, false, "rejected", "0"],
        ["unsettled 60", true, true, "rejected", "1"],
        ["unsettled 60", false, false, "held", "0"],
    ];

    [DatabaseTheory]
    [MemberData(nameof(Deposits))]
    public async Task A_deposit_without_a_sender_is_decided(Engine engine, string sent, bool hasList, bool chainKnows, string status, string payouts)
    {
        using var list = new DenyFile();
        await using var host = await WithdrawalCalls.Start(engine, hasList ? [list.Argument] : []);
        using var account = await host.SignUp();
        var steps = new TreasurySteps(account);
        await steps.Run($"create 100, {sent}");
        await StoredRows.Of(host.Database, "UPDATE treasury_deposit SET sender = ''");
        if (!chainKnows)
        {
            await StoredRows.Of(host.Database, "UPDATE treasury_sim_transfer SET from_address = ''");
        }

        await steps.Blocks(19);
        await host.RunJobs();

        Assert.Equal(status, await steps.Deposits());
        Assert.Equal([payouts], await StoredRows.Of(host.Database, "SELECT COUNT(*) FROM treasury_payout"));
        await BooksAudit.Check(host.Database);
    }

    // The largest number that a token's contract can hold.
    [DatabaseTheory]
    public async Task A_token_with_an_absurd_amount_is_a_deposit_like_others(Engine engine)
    {
        await using var host = await WithdrawalCalls.Start(engine);
        using var account = await host.SignUp();
        var topup = await Create(account, 100);
        await Deposit(account, topup, new { amount_usd = 1, token = "SPAM", delay_seconds = 1 });
        await StoredRows.Of(
            host.Database,
            "UPDATE treasury_sim_transfer SET decimals = 0, units = '115792089237316195423570985008687907853269984665640564039457584007913129639935'");
        host.Clock.Advance(TimeSpan.FromSeconds(1));

        await host.RunJobs();

        var deposit = (await TestAccount.Ok(account.Api.Get($"/v1/topups/{topup["id"]}"))).Json.GetProperty("deposits")[0];
        Assert.Equal(("rejected", "1000000000.00"), (deposit.GetProperty("status").GetString(), deposit.GetProperty("amount_usd").GetRawText()));
        await Deposit(account, topup, null);
        await host.RunJobs();
        Assert.Equal("100.00/0.00 0.00/0.00", await Books(account));
        await BooksAudit.Check(host.Database);
    }
}
