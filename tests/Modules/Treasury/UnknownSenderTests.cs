using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Treasury;

// Deposits without a stored sender.
public sealed class UnknownSenderTests
{
    // Columns: deposit, whether there is a deny list, whether the chain knows the sender, resulting status, payouts.
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
}
