using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Handlers;
using Cryptocardium.Treasury.Rails;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Cryptocardium.Tests.Treasury.WithdrawalCalls;

namespace Cryptocardium.Tests.Treasury;

// Books before, action, books after: every journal of a deposit that goes back.
public sealed class RefundBooksTests
{
    // A refund of 40.00 that the books hold, or of a token that stands in no book.
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

    [DatabaseTheory]
    [MemberData(nameof(Refunds))]
    public async Task A_refund_moves_money_as_posted(Engine engine, string kind, string steps, string action, string changes)
    {
        using var list = new DenyFile();
        await using var host = await Start(engine, list.Argument);
        using var account = await host.SignUp();
        var deposit = await OpenRefund(host, account, kind == "booked" ? Usd.FromDollars(40) : Usd.Zero);
        await RunRefund(host, list, deposit, steps);
        var before = await BookChanges.Now(host.Database);

        await RunRefund(host, list, deposit, action);

        Assert.Equal(changes, await before.Since(host.Database));
        var (state, status) = (action, steps) switch
        {
            (_, "deny") => ("failed", "rejected"),
            ("mine", _) => ("confirmed", "returned"),
            ("revert", _) => ("failed", "rejected"),
            _ => ("sent", "rejected"),
        };
        Assert.Equal([state], await StoredRows.Of(host.Database, "SELECT state FROM treasury_payout"));
        Assert.Equal([status], await StoredRows.Of(host.Database, "SELECT status FROM treasury_deposit"));
        Assert.Equal(
            [status == "returned" ? "1" : "0"],
            await StoredRows.Of(host.Database, "SELECT COUNT(*) FROM treasury_deposit d JOIN treasury_payout p ON p.id = d.id AND p.tx_hash = d.refund_tx_hash"));
        await BooksAudit.Check(host.Database);
    }

    // A token that is not credited arrives; for a refund that is booked, the books hold its dollars as well.
    private static async Task<string> OpenRefund(TestHost host, TestAccount account, Usd booked)
    {
        var topup = await TopupCalls.Create(account, 40);
        var paid = await TopupCalls.Deposit(account, topup, new { token = "USDC" });
        var id = paid.Json.GetProperty("deposits")[0].GetProperty("id").GetString()!;
        await using var scope = host.JobScope();
        await JobWork.Run(scope, async services =>
        {
            if (booked > Usd.Zero)
            {
                await services.GetRequiredService<ILedger>().Post(new Journal("deposit_refundable", $"test:{id}", Mode.Sandbox)
                    .Debit(Book.Chain("tron", Mode.Sandbox), booked)
                    .Credit(Book.Refundable("tron", Mode.Sandbox), booked));
            }

            var deposit = await (await services.GetRequiredService<Unit>().Set<Deposit>()).SingleAsync(row => row.Id == id);
            await services.GetRequiredService<Refunds>().Open(deposit, Tron, TokenAmount.From(Usd.FromDollars(40), 6), booked);
        });
        return id;
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
                var payout = await (await services.GetRequiredService<Unit>().Set<Payout>()).SingleAsync(row => row.Id == deposit);
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
