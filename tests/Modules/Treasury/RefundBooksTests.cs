using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Simulator;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Cryptocardium.Tests.Treasury.WithdrawalCalls;

namespace Cryptocardium.Tests.Treasury;

// Book changes of every step of a returned deposit.
public sealed class RefundBooksTests
{
    // A refund of 40.00 that is booked, or of a foreign token that is not. Columns: kind, earlier steps, action, changes.
    public static IEnumerable<object[]> Refunds =>
    [
        ["booked", "", "jobs", "L.refundable:tron -40.00, L.wd_bcast:tron +40.00"],
        ["booked", "jobs", "mine", "A.chain:tron -40.00, A.gas:tron -0.4137, L.wd_bcast:tron -40.00, X.gas +0.4137"],
        ["booked", "jobs", "revert", "A.gas:tron -0.4137, L.refundable:tron +40.00, L.wd_bcast:tron -40.00, X.gas +0.4137"],
        ["booked", "deny", "jobs", ""],
        ["foreign", "", "jobs", ""],
        ["foreign", "jobs", "mine", "A.gas:tron -0.4137, X.gas +0.4137"],
        ["foreign", "jobs", "revert", "A.gas:tron -0.4137, X.gas +0.4137"],
    ];

    public static IEnumerable<object[]> Kinds => [["booked"], ["foreign"]];

    [DatabaseTheory]
    [MemberData(nameof(Refunds))]
    public async Task A_refund_moves_money_as_posted(Engine engine, string kind, string steps, string action, string changes)
    {
        using var list = new DenyFile();
        await using var host = await Start(engine, list.Argument);
        using var account = await host.SignUp();
        var deposit = await OpenRefund(account, kind == "booked");
        await RunRefund(host, list, deposit, steps);
        var before = await BookChanges.Now(host.Database);

        await RunRefund(host, list, deposit, action);

        Assert.Equal(changes, await before.Since(host.Database));
        var (state, status) = (action, steps) switch
        {
            (_, "deny") => ("failed", "rejected"),
            ("mine", _) => ("confirmed", "returned"),
            ("revert", _) => ("held", "rejected"),
            _ => ("sent", "rejected"),
        };
        Assert.Equal([state], await StoredRows.Of(host.Database, "SELECT state FROM treasury_payout"));
        Assert.Equal([status], await StoredRows.Of(host.Database, "SELECT status FROM treasury_deposit"));
        Assert.Equal(
            [status == "returned" ? "1" : "0"],
            await StoredRows.Of(
                host.Database, "SELECT COUNT(*) FROM treasury_deposit d JOIN treasury_payout p ON p.id = d.id AND p.tx_hash = d.refund_tx_hash"));
        await BooksAudit.Check(host.Database);
    }

    // The money is still owed, so the refund is signed again with a new nonce until it arrives.
    [DatabaseTheory]
    [MemberData(nameof(Kinds))]
    public async Task A_refund_that_failed_is_tried_again_later_each_time(Engine engine, string kind)
    {
        using var list = new DenyFile();
        await using var host = await Start(engine, list.Argument);
        using var account = await host.SignUp();
        var deposit = await OpenRefund(account, kind == "booked");
        await RunRefund(host, list, deposit, "jobs");
        foreach (var wait in (TimeSpan[])[TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2)])
        {
            await RunRefund(host, list, deposit, "revert");
            host.Clock.Advance(wait - TimeSpan.FromSeconds(1));
            await host.RunJobs();
            Assert.Equal(["held"], await StoredRows.Of(host.Database, "SELECT state FROM treasury_payout"));
            host.Clock.Advance(TimeSpan.FromSeconds(1));
            await host.RunJobs();
            Assert.Equal(["sent"], await StoredRows.Of(host.Database, "SELECT state FROM treasury_payout"));
        }

        await RunRefund(host, list, deposit, "mine");

        Assert.Equal(["confirmed 2 2"], await StoredRows.Of(host.Database, "SELECT state, failed_transfers, nonce FROM treasury_payout"));
        Assert.Equal(["returned"], await StoredRows.Of(host.Database, "SELECT status FROM treasury_deposit"));
        await BooksAudit.Check(host.Database);
    }

    // A booked deposit that cannot be settled, or a deposit of a foreign token, which is not booked.
    private static async Task<string> OpenRefund(TestAccount account, bool isBooked)
    {
        var topup = await TopupCalls.Create(account, 40);
        var refused = await TopupCalls.Deposit(
            account, topup, isBooked ? new { sender = Tron, settlement_failure = true } : new { sender = Tron, asset = "USDC" });
        return refused.Json.GetProperty("deposits")[0].GetProperty("id").GetString()!;
    }

    private static async Task RunRefund(TestHost host, DenyFile list, string deposit, string step)
    {
        if (step == "deny")
        {
            list.Write(Tron);
        }
        else if (step == "jobs")
        {
            await host.RunJobs();
        }
        else if (step.Length > 0)
        {
            await using var scope = host.JobScope();
            await JobWork.Run(scope, async services =>
            {
                var payout = await (await services.GetRequiredService<UnitOfWork>().SetOutsideBatch<Payout>()).SingleAsync(row => row.Id == deposit);
                var wallet = services.GetRequiredService<SimulatedWallet>();
                if (step == "revert")
                {
                    await wallet.Revert(payout);
                }

                await wallet.MineUntilFinal(payout);
            });
            await host.RunJobs();
        }
    }
}
